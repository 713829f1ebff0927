package io.linkage.model.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** One amount, histories and spends of 3,000 customers, counted in tasks of any size. */
class CountingTest {
    private static final int HISTORY = 0;
    private static final int SPEND = 1;
    private static final List<Row> ROWS = IntStream.range(0, 3_000)
            .mapToObj(seed -> row(new SplittableRandom(seed)))
            .toList();

    @Test
    void tasksOfAnySizeCountTheSame() {
        for (long mostExact : new long[] {0, 700, 2_999, 3_000, Long.MAX_VALUE}) {
            Resolution resolution = new Resolution(mostExact);
            Counting whole = counted(resolution, ROWS);
            for (int size : new int[] {1, 137, 2_000}) {
                assertThat(facts(inTasks(resolution, size)))
                        .as("%d apart, %d a task", mostExact, size)
                        .isEqualTo(facts(whole));
            }
        }
    }

    @Test
    void fewAreKeptApartAndManyBroughtTogether() {
        long customers = ROWS.stream().filter(row -> !row.isNullAt(1)).count();
        Counting apart = counted(new Resolution(customers), ROWS);
        Counting together = counted(new Resolution(customers - 1), ROWS);
        assertThat(cells(together)).isLessThan(cells(apart) / 2);
        assertThat(apart.of(HISTORY)
                        .flatMap(group -> group.getValue().cells())
                        .mapToLong(Cells.Cell::customers)
                        .sum())
                .isEqualTo(customers);
    }

    @Test
    void everybodysAmountCountsAndOnlyCustomersWithAFrequencyDo() {
        Row nobody = RowFactory.create(new BigDecimal("-0.05"), null, 0L, 3L, 9L, null, null, 0L, null, 0L, null);
        Row once = RowFactory.create(new BigDecimal("2.50"), 0L, 0L, 0L, 9L, null, null, 0L, null, 0L, null);
        Counting counting = counted(Resolution.STANDARD, List.of(nobody, once));
        assertThat(counting.totals()).containsExactly(245);
        assertThat(counting.of(HISTORY).flatMap(group -> group.getValue().cells()))
                .containsExactly(new Cells.Cell(0, 0, 1, 0, 9));
        assertThat(counting.of(SPEND)).isEmpty();
    }

    private static Row row(SplittableRandom random) {
        long age = random.nextInt(730);
        long frequency = random.nextInt(5);
        BigDecimal spend = BigDecimal.valueOf(random.nextLong(1, 1_000_000), 2);
        Object known = random.nextInt(10) == 0 ? null : (Object) frequency;
        String group = random.nextBoolean() ? null : "segment=a";
        return RowFactory.create(
                spend, known, 0L, age / 2, age, group, frequency > 0 ? known : null, 0L, spend, 0L, null);
    }

    private static Counting counted(Resolution resolution, List<Row> rows) {
        Counting counting = new Counting(resolution, 1, new boolean[] {false, true});
        rows.forEach(counting::add);
        return counting;
    }

    private static Counting inTasks(Resolution resolution, int size) {
        return IntStream.iterate(0, from -> from < ROWS.size(), from -> from + size)
                .mapToObj(from -> counted(resolution, ROWS.subList(from, Math.min(ROWS.size(), from + size))))
                .reduce(Counting::merge)
                .orElseThrow();
    }

    private static int cells(Counting counting) {
        return counting.of(HISTORY).mapToInt(group -> group.getValue().size()).sum();
    }

    private static String facts(Counting counting) {
        List<String> facts = IntStream.of(HISTORY, SPEND)
                .boxed()
                .flatMap(part -> counting.of(part)
                        .flatMap(group -> group.getValue().cells().map(cell -> part + group.getKey() + cell)))
                .sorted(Comparator.naturalOrder())
                .toList();
        return counting.totals()[0] + " " + facts;
    }
}
