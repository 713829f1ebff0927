package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.model.clv.CountedSpend;
import io.linkage.model.clv.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
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
 * @param totals of amounts of all rows, in cents
 */
record Counts(List<Days> histories, List<Days> outcomes, List<CountedSpend> spends, long[] totals) {
    /** Group of those who are not told apart. */
    static final Column NO_GROUP = lit(null).cast("string");

    private static final Column NOTHING = lit(0L);
    private static final double CENTS = 100;
    /** How many tasks hand on to each other what they counted, on the way to the driver. */
    private static final int DEPTH = 2;

    private enum Kind {
        HISTORY,
        OUTCOME,
        SPEND
    }

    /** What one customer counts as: nothing where the frequency is null. */
    record Part(Kind kind, Column frequency, Column came, Column one, Column other, Column group) {
        private Stream<Column> columns() {
            return Stream.of(frequency, came, one, other, group);
        }
    }

    /**
     * Customers with alike histories.
     *
     * @param recency mean days from first to last purchase day
     * @param age mean days from the first purchase day to the end of calibration, or to the earlier day
     * @param came purchase days after the history; 0 where none are looked at
     */
    record Days(Optional<String> group, long frequency, double recency, double age, long came, long customers) {
        private static Days of(String group, Cells.Cell cell) {
            double customers = cell.customers();
            return new Days(
                    Optional.ofNullable(group),
                    cell.frequency(),
                    cell.one() / customers,
                    cell.other() / customers,
                    cell.came(),
                    cell.customers());
        }

        /** In time as in the calendar. */
        History history() {
            return History.ofDays(frequency, recency, age);
        }
    }

    /** Purchase days, and days from the first to the last and to the end. */
    static Part history(Column group, Column frequency, Column recency, Column age) {
        return new Part(Kind.HISTORY, whole(frequency), NOTHING, whole(recency), whole(age), group);
    }

    /** The same of an earlier day; nothing of those who had not bought by then. */
    static Part outcome(Column group, Column frequency, Column recency, Column age, Column came) {
        return new Part(Kind.OUTCOME, whole(frequency), whole(came), whole(recency), whole(age), group);
    }

    /** Repeat spend, in the reporting currency. */
    static Part spend(Column frequency, Column spend) {
        Column again = when(frequency.gt(0).and(spend.gt(0)), whole(frequency));
        return new Part(Kind.SPEND, again, NOTHING, spend, NOTHING, NO_GROUP);
    }

    private static Column whole(Column number) {
        return number.cast("bigint");
    }

    /** Counts the parts of all customers, and adds up amounts. */
    static Counts of(Dataset<Row> customers, Resolution resolution, List<Column> amounts, Part... parts) {
        List<Column> columns = new ArrayList<>(amounts);
        boolean[] money = new boolean[parts.length];
        for (int part = 0; part < parts.length; part++) {
            parts[part].columns().forEach(columns::add);
            money[part] = parts[part].kind() == Kind.SPEND;
        }
        Counting counted = customers
                .select(columns.toArray(Column[]::new))
                .javaRDD()
                .treeAggregate(new Counting(resolution, amounts.size(), money), Counting::add, Counting::merge, DEPTH);
        return new Counts(
                of(counted, Kind.HISTORY, parts, Days::of),
                of(counted, Kind.OUTCOME, parts, Days::of),
                CountedSpend.merge(of(counted, Kind.SPEND, parts, Counts::spend)),
                counted.totals());
    }

    private static <T> List<T> of(Counting counted, Kind kind, Part[] parts, BiFunction<String, Cells.Cell, T> as) {
        return IntStream.range(0, parts.length)
                .filter(part -> parts[part].kind() == kind)
                .boxed()
                .flatMap(counted::of)
                .flatMap(group -> group.getValue().cells().map(cell -> as.apply(group.getKey(), cell)))
                .toList();
    }

    private static CountedSpend spend(String group, Cells.Cell cell) {
        double cents = (double) cell.one() / cell.customers();
        return new CountedSpend(cell.frequency(), cents / CENTS / cell.frequency(), cell.customers());
    }
}
