package io.linkage.model.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.BuildModel;
import io.linkage.model.feature.BuildFeatureCustomer;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From order lines of 300 generated customers of two segments over two years to models and scores, as a night does it. */
class ClvNightTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final String AS_OF = "2023-12-31";

    private static TestInputs night;
    private static Dataset<Row> models;
    private static Dataset<Row> scores;

    @BeforeAll
    static void night() {
        night = company().with(new ClvSettings("auto", Optional.empty(), 12, .1, 1, 91, "segment", "monthly"));
        night.with(
                FeatureCustomer.TABLE, night.build(BuildFeatureCustomer.BUILD).cache());
        models = night.build(BuildModel.BUILD).cache();
        scores = night.with(Model.TABLE, models).build(BuildScoreClv.BUILD).cache();
    }

    @Test
    void everyModelIsKeptWithItsErrorOutOfTime() {
        List<String> roles =
                TableRows.lines(models.filter("subject_code = 'clv-purchases'").distinct(), "model_code", "role_code");
        assertThat(roles).hasSizeGreaterThan(10).anyMatch(role -> role.endsWith("champion"));
        assertThat(models.filter("subject_code = 'clv-purchases' and role_code in ('champion', 'challenger')")
                        .selectExpr("min(selection_error_estimate) > 0", "min(reason like '%Fitted 91 days earlier%')")
                        .first()
                        .mkString("|"))
                .isEqualTo("true|true");
        assertThat(models.filter("model_code = 'nbd' and role_code = 'baseline' and standard_error is not null")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void theFastSegmentBuysMoreOftenAndTheSeasonHasTwelveFactors() {
        assertThat(estimate("rate:segment=fast")).isGreaterThan(1.1 * estimate("rate:segment=slow"));
        assertThat(models.filter("subject_code = 'clv-season'").count()).isEqualTo(12);
        assertThat(models.filter("subject_code = 'clv-season'")
                        .selectExpr("avg(parameter_estimate)")
                        .first()
                        .getDouble(0))
                .isCloseTo(1, within(.02));
    }

    @Test
    void everyBuyerIsWorthMoreOverTheWholeLifeThanOverTheHorizon() {
        Row total = scores.selectExpr(
                        "count(*)",
                        "count(residual_value_amount)",
                        "min(residual_value_amount - clv_amount) > -0.02",
                        "min(clv_amount) >= 0")
                .first();
        assertThat(total.mkString("|")).isEqualTo("300|300|true|true");
    }

    @Test
    void whoIsGoneFromAllSourcesTeachesTheModelAndIsWorthNothing() {
        Dataset<Row> features = night.build(BuildFeatureCustomer.BUILD)
                .withColumn("is_deleted", FeatureCustomer.CUSTOMER_KEY.col().leq(100));

        assertThat(company()
                        .with(Model.TABLE, models)
                        .with(FeatureCustomer.TABLE, features)
                        .build(BuildScoreClv.BUILD)
                        .selectExpr("count(*)", "min(customer_key)")
                        .first()
                        .mkString("|"))
                .isEqualTo("200|101");
    }

    @Test
    void withoutADiscountALifeThatNeedNotEndHasNoResidualValueAndTheRecordSaysSo() {
        TestInputs undiscounted =
                company().with(new ClvSettings("bg-nbd", Optional.empty(), 12, 0, 1, 91, "none", "none"));
        undiscounted.with(FeatureCustomer.TABLE, undiscounted.build(BuildFeatureCustomer.BUILD));
        Dataset<Row> fitted = undiscounted.build(BuildModel.BUILD).cache();
        boolean ends = fitted.filter("role_code = 'champion' and parameter_code = 'a' and parameter_estimate > 1")
                        .count()
                > 0;

        Row scored = undiscounted
                .with(Model.TABLE, fitted)
                .build(BuildScoreClv.BUILD)
                .selectExpr("count(clv_amount)", "count(residual_value_amount)")
                .first();

        assertThat(scored.mkString("|")).isEqualTo(ends ? "300|300" : "300|0");
        assertThat(fitted.filter("role_code = 'champion' and reason like '%There is no residual value%'")
                        .isEmpty())
                .isEqualTo(ends);
    }

    private static double estimate(String parameter) {
        return models.filter("role_code = 'champion' and parameter_code = '" + parameter + "'")
                .first()
                .getAs("parameter_estimate");
    }

    private static TestInputs company() {
        StringBuilder customers =
                new StringBuilder("customer_sk|customer_key|is_current|segment_code|acquisition_channel_code\n");
        StringBuilder lines =
                new StringBuilder("order_id|line_number|customer_key|order_date|line_type_code|net_revenue_amount\n");
        for (int key = 1; key <= 300; key++) {
            boolean fast = key % 2 == 0;
            customers.append("%d|%d|true|%s|web%n".formatted(key, key, fast ? "fast" : "slow"));
            SplittableRandom random = new SplittableRandom(key);
            double rate = -Math.log(random.nextDouble() * random.nextDouble()) * (fast ? .03 : .012);
            double day = random.nextInt(300);
            for (int order = 0; day < 729 && (order == 0 || random.nextDouble() > .08); order++) {
                lines.append("%d-%d|1|%d|%s|sale|%d%n"
                        .formatted(key, order, key, START.plusDays((long) day), 5 + random.nextInt(40)));
                day += 1 - Math.log(random.nextDouble()) / rate;
            }
        }
        return TestInputs.asOf(AS_OF)
                .with(DimCustomer.TABLE, customers.toString())
                .with(FctOrderLine.TABLE, lines.toString());
    }
}
