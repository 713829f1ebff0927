package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;

import io.linkage.column.Alike;
import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.settings.Action;
import io.linkage.table.mart.CustomerValue;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Serves a customer whose net value is below 0 by cheaper ways: what the recent months cost more than the median customer of the
 * segment.
 */
final class ServeCheaper implements Candidate {
    private static final String MEDIAN = "_median_cost";
    /** The median is that of amounts to eight binary digits, so that its counts stay few. */
    private static final int DIGITS = 8;

    @Override
    public Action action() {
        return Action.SERVE_CHEAPER;
    }

    @Override
    public Dataset<Row> beside(Inputs in, Dataset<Row> customers) {
        Column cents = Money.inCents(CustomerValue.RECENT_COST_TO_SERVE_AMOUNT.col());
        Dataset<Row> medians = in.rows(CustomerValue.TABLE)
                .filter(CustomerValue.RECENT_COST_TO_SERVE_AMOUNT.col().gt(0))
                .groupBy(CustomerValue.SEGMENT_CODE.col())
                .agg(percentile(Alike.leading(cents, DIGITS), lit(0.5)).as(MEDIAN));
        return customers.join(medians, new String[] {CustomerValue.SEGMENT_CODE.name()}, "left");
    }

    @Override
    public Column applies() {
        return CustomerValue.NET_VALUE_AMOUNT.col().lt(0).and(stake().gt(0));
    }

    @Override
    public Column probability() {
        return lit(1.0);
    }

    @Override
    public Column stake() {
        return CustomerValue.RECENT_COST_TO_SERVE_AMOUNT
                .col()
                .cast("double")
                .minus(col(MEDIAN).divide(100));
    }
}
