package io.linkage.mart;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.repeat;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.sum;

import io.linkage.column.Money;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Ranks of amounts, best first, exact and never sorted in one place: equal amounts are one row, rows are ordered within
 * buckets of the same three leading digits, and only the buckets, at most 1,800 a power of ten, are added up in order.
 */
final class Ranking {
    /** How many have this very amount. */
    static final String COUNT = "_count";
    /** How many have a better one. */
    static final String BEFORE = "_before";
    /** How many there are. */
    static final String ALL = "_all";

    private static final String BUCKET = "_bucket";
    private static final String BUCKET_BEFORE = "_bucket_before";
    private static final int LEADING_DIGITS = 3;

    private Ranking() {}

    /**
     * One row per measure and distinct amount, with its count and how many come before.
     *
     * @param amounts one row per thing and measure; amounts to the cent
     * @param measure the column that tells measures apart
     * @param amount the column to rank by
     * @param sums further columns, added up over equal amounts under their own names
     */
    static Dataset<Row> of(Dataset<Row> amounts, String measure, String amount, String... sums) {
        List<Column> totals = new ArrayList<>(List.of(count(lit(1)).as(COUNT)));
        for (String name : sums) {
            totals.add(sum(name).as(name));
        }
        Dataset<Row> distinct = amounts.groupBy(measure, amount)
                .agg(totals.get(0), totals.subList(1, totals.size()).toArray(Column[]::new))
                .withColumn(BUCKET, bucket(col(amount)));
        WindowSpec better =
                Window.partitionBy(measure, BUCKET).orderBy(col(amount).desc());
        return distinct.join(buckets(distinct, measure), new String[] {measure, BUCKET}, "inner")
                .withColumn(BEFORE, col(BUCKET_BEFORE).plus(before(better)))
                .drop(BUCKET, BUCKET_BEFORE);
    }

    private static Dataset<Row> buckets(Dataset<Row> distinct, String measure) {
        WindowSpec all = Window.partitionBy(measure);
        return distinct.groupBy(measure, BUCKET)
                .agg(sum(COUNT).as(COUNT))
                .withColumn(BUCKET_BEFORE, before(all.orderBy(col(BUCKET).desc())))
                .withColumn(ALL, sum(COUNT).over(all))
                .drop(COUNT);
    }

    private static Column before(WindowSpec best) {
        Column through = sum(COUNT).over(best.rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        return through.minus(col(COUNT));
    }

    /** The amount in cents with all but its leading digits set to 0: the better of two amounts has no lower bucket. */
    private static Column bucket(Column amount) {
        Column cents = Money.inCents(abs(amount));
        Column dropped = greatest(length(cents.cast("string")).minus(LEADING_DIGITS), lit(0));
        Column width = concat(lit("1"), repeat(lit("0"), dropped)).cast("bigint");
        return cents.minus(pmod(cents, width)).multiply(signum(amount).cast("bigint"));
    }
}
