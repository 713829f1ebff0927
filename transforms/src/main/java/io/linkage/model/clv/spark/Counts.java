package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Alike;
import io.linkage.column.Money;
import io.linkage.model.clv.CountedSpend;
import io.linkage.model.clv.History;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What fits need of customers, as counts of what is alike, from one pass over them.
 *
 * @param histories up to the end of calibration
 * @param outcomes histories up to an earlier day, with what then came
 * @param spends of those who bought again for a positive amount
 */
record Counts(List<Days> histories, List<Days> outcomes, List<CountedSpend> spends) {
    private static final String PART = "_part";
    private static final String GROUP = "_group";
    private static final String FREQUENCY = "_frequency";
    private static final String CAME = "_came";
    private static final String ONE = "_one";
    private static final String OTHER = "_other";
    private static final String ONE_LIKE = "_one_like";
    private static final String OTHER_LIKE = "_other_like";
    private static final String[] KEYS = {PART, GROUP, FREQUENCY, CAME, ONE_LIKE, OTHER_LIKE};

    /** Group of those who are not told apart. */
    static final Column NO_GROUP = lit(null).cast("string");

    private static final int HISTORY = 0;
    private static final int OUTCOME = 1;
    private static final int SPEND = 2;
    private static final double CENTS = 100;

    /**
     * Customers with alike histories.
     *
     * @param recency mean days from first to last purchase day
     * @param age mean days from the first purchase day to the end of calibration, or to the earlier day
     * @param came purchase days after the history; 0 where none are looked at
     */
    record Days(Optional<String> group, long frequency, double recency, double age, long came, long customers) {
        private static Days of(Row row) {
            double customers = row.getLong(6);
            return new Days(
                    Optional.ofNullable(row.getString(1)),
                    row.getLong(2),
                    row.getLong(7) / customers,
                    row.getLong(8) / customers,
                    row.getLong(3),
                    row.getLong(6));
        }

        /** In time as in the calendar. */
        History history() {
            return History.ofDays(frequency, recency, age);
        }
    }

    /** What one customer counts as; a struct of numbers, null where there is nothing to count. */
    static Column history(Column group, Column frequency, Column recency, Column age, Resolution by) {
        return part(HISTORY, group, frequency, lit(0), recency, age, by.dayDigits());
    }

    /** The same of an earlier day; null for those who had not bought by then. */
    static Column outcome(Column group, Column frequency, Column recency, Column age, Column came, Resolution by) {
        return when(frequency.isNotNull(), part(OUTCOME, group, frequency, came, recency, age, by.dayDigits()));
    }

    /** Repeat spend, in the reporting currency. */
    static Column spend(Column frequency, Column spend, Resolution by) {
        return when(
                frequency.gt(0).and(spend.gt(0)),
                part(SPEND, NO_GROUP, frequency, lit(0), Money.inCents(spend), lit(0), by.centDigits()));
    }

    private static Column part(
            int part, Column group, Column frequency, Column came, Column one, Column other, int digits) {
        Column first = one.cast("bigint");
        Column second = other.cast("bigint");
        return struct(
                lit(part).as(PART),
                group.as(GROUP),
                frequency.cast("bigint").as(FREQUENCY),
                came.cast("bigint").as(CAME),
                Alike.leading(first, digits).as(ONE_LIKE),
                Alike.leading(second, digits).as(OTHER_LIKE),
                first.as(ONE),
                second.as(OTHER));
    }

    /** Counts the parts of all customers. */
    static Counts of(Dataset<Row> customers, Column... parts) {
        List<Row> rows = customers
                .select(explode(array(parts)).as("_counted"))
                .filter(col("_counted").isNotNull())
                .select(col("_counted.*"))
                .groupBy(Arrays.stream(KEYS).map(key -> col(key)).toArray(Column[]::new))
                .agg(count(lit(1)), sum(col(ONE)), sum(col(OTHER)))
                .collectAsList();
        return new Counts(
                of(rows, HISTORY).map(Days::of).toList(),
                of(rows, OUTCOME).map(Days::of).toList(),
                CountedSpend.merge(of(rows, SPEND).map(Counts::spend).toList()));
    }

    private static Stream<Row> of(List<Row> rows, int part) {
        return rows.stream().filter(row -> row.getInt(0) == part);
    }

    private static CountedSpend spend(Row row) {
        long frequency = row.getLong(2);
        double cents = (double) row.getLong(7) / row.getLong(6);
        return new CountedSpend(frequency, cents / CENTS / frequency, row.getLong(6));
    }
}
