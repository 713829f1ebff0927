package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.score.FeatureChurn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The contracts of each customer on each day; when one ends is an outcome and enters no feature. */
final class Contracts {
    /** Whether a contract of the day still ran when the gap was over. */
    static final String RUNS = "_runs";
    /** Whether such a contract ended in the window. */
    static final String ENDS = "_ends";

    private static final Column DAY = FeatureChurn.FEATURE_DATE.col();
    private static final String BEGAN = "_began";
    private static final String UNTIL = "_until";

    private final Definition definition;

    Contracts(Definition definition) {
        this.definition = definition;
    }

    Dataset<Row> on(Dataset<Row> days, Dataset<Row> spells) {
        Column last = FctSubscription.IS_LAST.col();
        Column began =
                min(FctSubscription.STARTED_DATE.col()).over(Window.partitionBy(FctSubscription.SUBSCRIPTION_ID.col()));
        Column hadBegun = FctSubscription.STARTED_DATE.col().leq(DAY);
        Column contractRan = last.and(col(BEGAN).leq(DAY)).and(col(UNTIL).gt(gapEnd()));
        return spells.filter(FctSubscription.CUSTOMER_KEY.col().gt(0))
                .withColumn(BEGAN, began)
                .withColumn(UNTIL, coalesce(FctSubscription.ENDED_DATE.col(), Days.day(Days.END)))
                .crossJoin(days)
                .filter(col(BEGAN).leq(DAY))
                .groupBy(FeatureChurn.CUSTOMER_KEY.col(), DAY)
                .agg(
                        FeatureChurn.CONTRACT_COUNT.is(count(when(hadBegun.and(covers()), 1))),
                        FeatureChurn.CONTRACT_MONTHLY_AMOUNT.is(coalesce(
                                sum(when(hadBegun.and(covers()), FctSubscription.MONTHLY_AMOUNT.col())), lit(0))),
                        FeatureChurn.CONTRACT_TENURE_MONTHS.is(floor(months_between(DAY, min(col(BEGAN))))),
                        max(contractRan).as(RUNS),
                        max(contractRan.and(col(UNTIL).leq(date_add(gapEnd(), windowDays()))))
                                .as(ENDS));
    }

    /** A spell that ends on the next one's first day covers until then; of a snapshot the last spell, ended or not. */
    private Column covers() {
        return definition.isStated()
                ? FctSubscription.IS_LAST.col()
                : col(UNTIL).gt(DAY);
    }

    private Column gapEnd() {
        return definition.isStated()
                ? DAY
                : date_add(DAY, definition.snapshots().gapDays());
    }

    private int windowDays() {
        return definition.snapshots().windowDays();
    }
}
