package io.linkage.model.linkage.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Inputs;
import io.linkage.core.Units;
import io.linkage.model.linkage.Worth;
import io.linkage.settings.LinkageSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreClv;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** By unit, what those whom it served lately are worth tonight and how likely they leave: sums, one small row per unit. */
final class Stakes {
    private Stakes() {}

    static Map<String, Worth> of(Inputs in) {
        Map<String, Worth> worth = new TreeMap<>();
        rows(in).collectAsList()
                .forEach(row -> worth.put(
                        UnitMonths.name(row),
                        new Worth(
                                row.getLong(1),
                                row.getDouble(2),
                                row.getLong(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getDouble(6),
                                row.getDouble(7))));
        return worth;
    }

    private static Dataset<Row> rows(Inputs in) {
        // Who has never bought is worth nothing yet, and is among those served.
        Column clv = coalesce(
                ScoreClv.CLV_AMOUNT.col(),
                lit(0).cast(ScoreClv.CLV_AMOUNT.domain().type()));
        Column chance = ScoreChurn.CHURN_PROBABILITY.col();
        return served(in)
                .join(
                        in.rows(ScoreClv.TABLE).select(ScoreClv.CUSTOMER_KEY.col(), ScoreClv.CLV_AMOUNT.col()),
                        new String[] {FctCustomerEmployee.CUSTOMER_KEY.name()},
                        "left")
                .join(
                        in.rows(ScoreChurn.TABLE).select(ScoreChurn.CUSTOMER_KEY.col(), chance),
                        new String[] {FctCustomerEmployee.CUSTOMER_KEY.name()},
                        "left")
                .groupBy(FctCustomerEmployee.UNIT_KEY.col())
                .agg(
                        count(lit(1)),
                        sum(clv).cast("double"),
                        count(chance),
                        coalesce(sum(when(chance.isNotNull(), clv)).cast("double"), lit(0.0)),
                        known(chance),
                        known(chance.multiply(clv)),
                        known(chance.multiply(chance)),
                        count(ScoreClv.CLV_AMOUNT.col()).as("_scored"))
                .filter(col("_scored").gt(0))
                .drop("_scored")
                .join(broadcast(Units.named(in)), FctCustomerEmployee.UNIT_KEY.name(), "left");
    }

    /** Customers of the last whole months, once per unit. */
    private static Dataset<Row> served(Inputs in) {
        LocalDate until = ValueSettings.until(in.asOf());
        LocalDate since = until.minusMonths(in.settings(LinkageSettings.class).valueMonths());
        Column month = FctCustomerEmployee.MONTH_DATE.col();
        Column lately = month.geq(Days.day(since)).and(month.lt(Days.day(until)));
        Column known = FctCustomerEmployee.UNIT_KEY.col().gt(0).and(Following.served());
        return in.rows(FctCustomerEmployee.TABLE)
                .filter(lately.and(known))
                .select(FctCustomerEmployee.CUSTOMER_KEY.col(), FctCustomerEmployee.UNIT_KEY.col())
                .distinct();
    }

    private static Column known(Column number) {
        return coalesce(Exact.total(number), lit(0.0));
    }
}
