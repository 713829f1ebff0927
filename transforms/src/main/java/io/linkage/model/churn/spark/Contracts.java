package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.core.ContractSpells;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.score.FeatureChurn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The contracts of each customer on each day; when one ends is an outcome and enters no feature. */
final class Contracts {
    /** Whether a contract of the day still ran when the gap was over. */
    static final String RUNS = "_runs";
    /** Whether such a contract ended in the window. */
    static final String ENDS = "_ends";

    /** Whether a contract began within the gap or the window. */
    static final String SIGNED = "_signed_by_end";
    /** Whether a contract ran on the day. */
    static final String RUNS_TODAY = "_runs_today";

    private static final Column DAY = FeatureChurn.FEATURE_DATE.col();
    private static final String UNTIL = "_until";

    private final Definition definition;

    Contracts(Definition definition) {
        this.definition = definition;
    }

    Dataset<Row> on(Dataset<Row> days, Dataset<Row> spells) {
        Column last = FctSubscription.IS_LAST.col();
        Column began = FctSubscription.CONTRACT_STARTED_DATE.col();
        Column hadBegun = FctSubscription.STARTED_DATE.col().leq(DAY);
        Column contractBegan = began.leq(DAY);
        Column contractRan = last.and(contractBegan).and(col(UNTIL).gt(gapEnd()));
        Column covers = hadBegun.and(covers());
        Column ended = when(last.and(contractBegan).and(col(UNTIL).leq(DAY)), col(UNTIL));
        return spells.filter(FctSubscription.CUSTOMER_KEY.col().gt(0))
                .withColumn(UNTIL, ContractSpells.until())
                .crossJoin(days)
                .filter(began.leq(windowEnd()))
                .groupBy(FeatureChurn.CUSTOMER_KEY.col(), DAY)
                .agg(
                        FeatureChurn.CONTRACT_COUNT.is(count(when(covers, 1))),
                        FeatureChurn.CONTRACT_MONTHLY_AMOUNT.is(
                                coalesce(sum(when(covers, FctSubscription.MONTHLY_AMOUNT.col())), lit(0))),
                        FeatureChurn.CONTRACT_TENURE_MONTHS.is(
                                floor(months_between(DAY, min(when(contractBegan, began))))),
                        FeatureChurn.CONTRACT_ENDED_DAYS.is(
                                definition.isStated()
                                        ? lit(null)
                                        : when(count(when(covers, 1)).equalTo(0), datediff(DAY, max(ended)))),
                        max(covers).as(RUNS_TODAY),
                        max(not(contractBegan)).as(SIGNED),
                        max(contractRan).as(RUNS),
                        max(contractRan.and(col(UNTIL).leq(windowEnd()))).as(ENDS));
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

    private Column windowEnd() {
        return date_add(gapEnd(), definition.snapshots().windowDays());
    }
}
