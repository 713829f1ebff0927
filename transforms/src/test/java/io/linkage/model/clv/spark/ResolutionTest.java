package io.linkage.model.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TestSession;
import io.linkage.model.clv.ChooseModel;
import io.linkage.model.clv.ClvFit;
import io.linkage.model.clv.Estimate;
import io.linkage.model.clv.Fit;
import io.linkage.model.clv.SeasonClock;
import io.linkage.table.score.FeatureCustomer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Histories and spends of 20,000 generated customers, each for itself and brought together where they are alike. */
class ResolutionTest {
    private static final int CUSTOMERS = 20_000;
    private static final int SELECTION_DAYS = 91;
    private static final LocalDate END = LocalDate.of(2023, 12, 31);
    private static final StructType FEATURES = new StructType()
            .add(FeatureCustomer.FREQUENCY_COUNT.name(), DataTypes.LongType)
            .add(FeatureCustomer.RECENCY_WEEKS.name(), DataTypes.DoubleType)
            .add(FeatureCustomer.AGE_WEEKS.name(), DataTypes.DoubleType)
            .add(FeatureCustomer.REPEAT_SPEND_AMOUNT.name(), "decimal(18,2)")
            .add(FeatureCustomer.SELECTION_FREQUENCY_COUNT.name(), DataTypes.LongType)
            .add(FeatureCustomer.SELECTION_RECENCY_WEEKS.name(), DataTypes.DoubleType)
            .add(FeatureCustomer.CLV_GROUP_CODE.name(), DataTypes.StringType)
            .add(FeatureCustomer.MARGIN_AMOUNT.name(), "decimal(18,2)")
            .add(FeatureCustomer.NET_REVENUE_AMOUNT.name(), "decimal(18,2)")
            .add(FeatureCustomer.RETURN_AMOUNT.name(), "decimal(18,2)");

    private static CalibrationRows exact;
    private static CalibrationRows coarse;

    @BeforeAll
    static void customers() {
        List<Row> rows = IntStream.range(0, CUSTOMERS)
                .mapToObj(seed -> customer(new SplittableRandom(seed)))
                .toList();
        Dataset<Row> features = TestSession.spark().createDataFrame(rows, FEATURES);
        exact = CalibrationRows.of(features, END, SELECTION_DAYS, Resolution.EXACT);
        coarse = CalibrationRows.of(features, END, SELECTION_DAYS, Resolution.COARSE);
    }

    @Test
    void everyCustomerIsCountedOnceEitherWay() {
        for (CalibrationRows rows : List.of(exact, coarse)) {
            assertThat(rows.histories(SeasonClock.NONE).stream()
                            .mapToLong(h -> h.count())
                            .sum())
                    .isEqualTo(CUSTOMERS);
        }
        assertThat(coarse.spends().stream().mapToLong(s -> s.count()).sum())
                .isEqualTo(exact.spends().stream().mapToLong(s -> s.count()).sum());
    }

    @Test
    void estimatesMoveByLessThanAFiftiethOfTheirErrors() {
        for (String model : List.of("bg-nbd", "mbg-nbd", "pareto-nbd")) {
            ClvFit fine = fit(model, exact);
            ClvFit rough = fit(model, coarse);
            assertThat(moves(
                            fine.candidates().get(0).fit(),
                            rough.candidates().get(0).fit()))
                    .as(model)
                    .allSatisfy((parameter, move) -> assertThat(move).isLessThan(.02));
            assertThat(moves(fine.gammaGamma().orElseThrow(), rough.gammaGamma().orElseThrow()))
                    .allSatisfy((parameter, move) -> assertThat(move).isLessThan(.02));
        }
    }

    private static ClvFit fit(String model, CalibrationRows rows) {
        return ChooseModel.from(model, rows.histories(SeasonClock.NONE), rows.spends());
    }

    /** How far each estimate moves, in standard errors. */
    private static Map<String, Double> moves(Fit<?> fine, Fit<?> rough) {
        Map<String, Double> estimates =
                rough.estimates().stream().collect(Collectors.toMap(Estimate::name, Estimate::value));
        return fine.estimates().stream()
                .collect(Collectors.toMap(
                        Estimate::name, e -> Math.abs(e.value() - estimates.get(e.name())) / e.standardError()));
    }

    /** Buys at an own rate from an own first day on, and leaves after a purchase with an own chance. */
    private static Row customer(SplittableRandom random) {
        double rate = -.012 * Math.log(random.nextDouble() * random.nextDouble());
        double leaves = Math.pow(random.nextDouble(), 3);
        double mean = 20 * Math.exp(.6 * random.nextGaussian());
        long age = random.nextInt(730);
        long recency = 0;
        long frequency = 0;
        long selected = 0;
        long selectedRecency = 0;
        double spend = 0;
        double day = 0;
        while (frequency == 0 || random.nextDouble() > leaves) {
            day += 1 - Math.log(random.nextDouble()) / rate;
            if (day > age) {
                break;
            }
            frequency++;
            recency = (long) day;
            spend += mean * (.4 + 1.2 * random.nextDouble());
            if (recency <= age - SELECTION_DAYS) {
                selected = frequency;
                selectedRecency = recency;
            }
        }
        boolean known = age >= SELECTION_DAYS;
        return RowFactory.create(
                frequency,
                recency / 7.0,
                age / 7.0,
                BigDecimal.valueOf(Math.round(100 * spend), 2),
                known ? (Object) selected : null,
                known ? (Object) (selectedRecency / 7.0) : null,
                null,
                BigDecimal.valueOf(Math.round(40 * spend), 2),
                BigDecimal.valueOf(Math.round(100 * spend), 2),
                BigDecimal.ZERO);
    }
}
