package io.linkage.column;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.linkage.TestSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ExactTest {
    private static final long SEED = 20_261_124;

    @Test
    void isTheSameInAnyOrderAndAnyNumberOfParts() {
        Random random = new Random(SEED);
        List<Double> numbers = new ArrayList<>(random.doubles(500).boxed().toList());
        Row once = aggregates(numbers, 1);

        for (int parts : new int[] {2, 7, 13}) {
            Collections.shuffle(numbers, random);
            assertThat(aggregates(numbers, parts)).isEqualTo(once);
        }
    }

    @Test
    void agreesWithTheTextbook() {
        Row row = aggregates(Arrays.asList(0.1, null, 0.4, 0.7), 2);

        assertThat(row.getDouble(0)).isEqualTo(1.2);
        assertThat(row.getDouble(1)).isEqualTo(0.4, within(1e-15));
        assertThat(row.getDouble(2)).isEqualTo(0.3, within(1e-15));
    }

    @Test
    void equalNumbersDeviateByNothing() {
        List<Double> thirds = IntStream.range(0, 30).mapToObj(index -> 1 / 3.0).toList();

        assertThat(aggregates(thirds, 3).getDouble(2)).isZero();
    }

    @Test
    void nothingIsSaidWhereTooFewNumbersAreKnown() {
        assertThat(aggregates(Collections.singletonList(null), 1)).isEqualTo(aggregates(List.of(), 1));
        assertThat(aggregates(List.of(), 1).anyNull()).isTrue();
        assertThat(aggregates(List.of(0.5), 1).isNullAt(2)).isTrue();
    }

    /** A hundred customers who spend some 60,000 euro a day, in dong. */
    @Test
    void moneyOfSmallUnitsHasSumsOfSquaresAndADeviation() {
        List<Double> spend = IntStream.rangeClosed(1, 100)
                .mapToObj(customer -> 1.8e9 + customer * 1e6)
                .toList();
        Row row = TestSession.spark()
                .createDataset(spend, Encoders.DOUBLE())
                .agg(Exact.largeTotal(col("value").multiply(col("value"))), Exact.deviationOfMoney(col("value")))
                .first();

        assertThat(row.getDouble(0)).isCloseTo(3.42518e20, withinPercentage(.01));
        assertThat(row.getDouble(1)).isCloseTo(29.0115e6, within(50.0));
    }

    private static Row aggregates(List<Double> numbers, int parts) {
        return TestSession.spark()
                .createDataset(numbers, Encoders.DOUBLE())
                .repartition(parts)
                .groupBy()
                .agg(Exact.total(col("value")), Exact.mean(col("value")), Exact.deviation(col("value")))
                .first();
    }
}
