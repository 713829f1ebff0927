package io.linkage.mart;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Money;
import io.linkage.table.mart.ValueConcentration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hundredths of ranked amounts, the first ones larger by one where the number is no multiple of 100 (as SQL's NTILE). Equal
 * amounts that straddle a border are parted by number: nobody needs to know which of them stands where.
 */
final class Percentiles {
    /** Sum over the percentile of twice the rank times the amount. */
    static final String DOUBLED_RANKS = "_doubled";
    /** Sum over those of the percentile who are among the best fifth. */
    static final String BEST = "_of_best";

    private static final int PERCENTILES = 100;
    private static final int FIFTHS = 5;
    private static final String FROM = "_from";
    private static final String TO = "_to";
    private static final String WHOLE = "decimal(38,2)";

    private Percentiles() {}

    /** One row per measure and percentile, of rows of {@link Ranking}. */
    static Dataset<Row> of(Dataset<Row> ranked) {
        Column through = col(Ranking.BEFORE).plus(col(Ranking.COUNT));
        Column percentile = ValueConcentration.PERCENTILE_NUMBER.col();
        Dataset<Row> parts = ranked.withColumn(
                        ValueConcentration.PERCENTILE_NUMBER.name(),
                        explode(sequence(holding(col(Ranking.BEFORE).plus(1)), holding(through))))
                .withColumn(FROM, greatest(col(Ranking.BEFORE), end(percentile.minus(1))))
                .withColumn(TO, least(through, end(percentile)));
        return parts.groupBy(ValueConcentration.MEASURE_CODE.col(), percentile)
                .agg(
                        ValueConcentration.CUSTOMER_COUNT.is(sum(length())),
                        sum(amount(length())).as(ValueConcentration.MEASURE_AMOUNT.name()),
                        sum(marketing()).as(ValueConcentration.MARKETING_AMOUNT.name()),
                        sum(amount(length().multiply(col(FROM).plus(col(TO)).plus(1))))
                                .as(DOUBLED_RANKS),
                        sum(amount(greatest(least(col(TO), fifth()).minus(col(FROM)), lit(0L))))
                                .as(BEST),
                        max(Ranking.ALL).as(Ranking.ALL));
    }

    /** Buyers of the equal ones that stand in the percentile. */
    private static Column length() {
        return col(TO).minus(col(FROM));
    }

    private static Column amount(Column times) {
        return ValueConcentration.MEASURE_AMOUNT.col().multiply(times).cast(WHOLE);
    }

    private static Column marketing() {
        return Money.share(
                ValueConcentration.MARKETING_AMOUNT.col(),
                col(FROM).minus(col(Ranking.BEFORE)),
                col(TO).minus(col(Ranking.BEFORE)),
                col(Ranking.COUNT));
    }

    private static Column fifth() {
        return ceil(col(Ranking.ALL).divide(FIFTHS));
    }

    private static Column small() {
        return col(Ranking.ALL).minus(larger()).divide(PERCENTILES).cast("bigint");
    }

    /** How many percentiles have one more than the others. */
    private static Column larger() {
        return pmod(col(Ranking.ALL), lit((long) PERCENTILES));
    }

    /** How many stand in this percentile and those before it. */
    private static Column end(Column percentile) {
        return percentile.multiply(small()).plus(least(percentile, larger()));
    }

    /** The percentile of a rank. */
    private static Column holding(Column rank) {
        Column inLarger = larger().multiply(small().plus(1));
        Column early = ceil(rank.divide(small().plus(1)));
        Column late = larger().plus(ceil(rank.minus(inLarger).divide(greatest(small(), lit(1L)))));
        return when(rank.leq(inLarger), early).otherwise(late).cast("int");
    }
}
