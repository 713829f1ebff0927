package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.table.score.FeatureChurn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a fact as each feature day sees them: how many days ago, and only such as had been loaded by then.
 *
 * @param days a frame of feature dates
 */
record OnDays(Dataset<Row> days) {
    /** Days from the row's event to the feature day; negative where it came later. */
    static final String AGO = "_ago";

    static final int YEAR = 365;
    static final int QUARTER = 90;
    static final int MONTH = 30;

    private static final String KNOWN = "_known";

    /** The rows up to each day, to be added up by customer and day. */
    RelationalGroupedDataset past(Dataset<Row> rows, Field date, Field late) {
        return from(rows, date, late, 0);
    }

    /** The same with rows of some days after it, which only outcomes may use. */
    RelationalGroupedDataset from(Dataset<Row> rows, Field date, Field late, int leastAgo) {
        // Nobody asks for those without a name, who are many.
        return rows.filter(FeatureChurn.CUSTOMER_KEY.col().gt(0))
                .crossJoin(days)
                .withColumn(AGO, datediff(FeatureChurn.FEATURE_DATE.col(), date.col()))
                .withColumn(KNOWN, coalesce(late.col().leq(FeatureChurn.FEATURE_DATE.col()), lit(true)))
                .filter(col(AGO).geq(leastAgo))
                .groupBy(FeatureChurn.CUSTOMER_KEY.col(), FeatureChurn.FEATURE_DATE.col());
    }

    /** Whether a row had happened and was loaded. */
    static Column past() {
        return col(AGO).geq(0).and(col(KNOWN));
    }

    /** Whether it is one of so many days, the feature day included. */
    static Column within(int number) {
        return past().and(col(AGO).lt(number));
    }

    /** Counts the rows of so many days that fulfil a condition. */
    static Column number(int days, Column which) {
        return count(when(within(days).and(which), 1));
    }

    /** Counts the rows of so many days. */
    static Column number(int days) {
        return count(when(within(days), 1));
    }

    /** The last value; of several on the last day, the least: a promise must not rest on row order. */
    static Column last(Field score, Column which) {
        return max_by(
                score.col(),
                when(
                        which.and(past()).and(score.col().isNotNull()),
                        struct(col(AGO).multiply(-1), score.col().multiply(-1))));
    }
}
