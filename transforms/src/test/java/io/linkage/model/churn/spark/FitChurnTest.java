package io.linkage.model.churn.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.TestSession;
import io.linkage.settings.ChurnSettings;
import io.linkage.settings.RetentionSettings;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FitChurnTest {
    @AfterEach
    void backToTwoParts() {
        TestSession.spark().conf().set("spark.sql.shuffle.partitions", "2");
    }

    /** Planted: .8 per logarithm of a day, and plan b a whole unit above plan a. */
    @Test
    void findsTheRuleByWhichCustomersLeave() {
        Dataset<Row> models = Companies.models(Companies.of(1500, Companies::ruled));

        assertThat(TableRows.lines(models.filter("role_code = 'champion'").distinct(), "status_code"))
                .containsOnly("FITTED");
        Row recency = parameter(models, "recency_days");
        double error = recency.<Double>getAs("standard_error");
        assertThat(recency.<Double>getAs("parameter_estimate")).isCloseTo(.8, within(3 * error));
        assertThat(error).isBetween(.02, .15);
        double plan = parameter(models, "plan=b").<Double>getAs("parameter_estimate")
                - parameter(models, "plan=a").<Double>getAs("parameter_estimate");
        assertThat(plan).isCloseTo(1, within(.35));
    }

    @Test
    void nothingThatIsKeptDependsOnThePartsOrTheOrderOfRows() {
        TestInputs company = Companies.of(400, Companies::ruled);
        List<String> inTwo = TableRows.lines(Companies.models(company));
        Dataset<Row> features = company.rows(FeatureChurn.TABLE);
        Dataset<Row> attributes = company.rows(FctCustomerAttribute.TABLE);
        company.with(FeatureChurn.TABLE, features.orderBy(functions.rand(3)))
                .with(FctCustomerAttribute.TABLE, attributes.orderBy(functions.rand(4)));
        for (String parts : List.of("1", "7")) {
            TestSession.spark().conf().set("spark.sql.shuffle.partitions", parts);

            assertThat(TableRows.lines(Companies.models(company)))
                    .hasSizeGreaterThan(10)
                    .isEqualTo(inTwo);
        }
    }

    /** Planted: who leaves hangs on recency and plan together, which no sum of the two tells; the regression is outdone. */
    @Test
    void treesScoreWhereTheyBringMoreAndAreTheSameInAnyPartsAndOrder() {
        TestInputs company = Companies.of(900, (recency, planB) -> planB == recency > 150 ? .8 : .1)
                .with(Companies.settings("isotonic", "boosted-trees"))
                .with(new RetentionSettings(200, 10, 1, 6, 14));
        List<String> inTwo = TableRows.lines(Companies.models(company));
        Dataset<Row> scores =
                company.with(Model.TABLE, Companies.models(company)).build(BuildScoreChurn.BUILD);
        assertThat(TableRows.lines(scores.select("model_code", "first_churn_reason_code")))
                .contains("boosted-trees|plan=b", "boosted-trees|recency_days=high");
        assertThat(inTwo)
                .anyMatch(row -> row.contains("boosted-trees|empc-difference|champion"))
                .anyMatch(row -> row.contains("logistic|intercept|refused"))
                .anyMatch(row -> row.contains("Expected profit of boosted-trees less that of logistic"));
        company.with(FeatureChurn.TABLE, company.rows(FeatureChurn.TABLE).orderBy(functions.rand(3)));
        for (String parts : List.of("1", "7")) {
            TestSession.spark().conf().set("spark.sql.shuffle.partitions", parts);

            assertThat(TableRows.lines(Companies.models(company))).isEqualTo(inTwo);
        }
    }

    /** Planted: a sum of recency and plan, which the regression has by itself. */
    @Test
    void treesThatBringNoMoreDoNotScore() {
        Dataset<Row> models =
                Companies.models(Companies.of(600, Companies::ruled).with(Companies.settings("auto", "boosted-trees")));

        assertThat(TableRows.lines(models.filter("parameter_code = 'intercept'").select("model_code", "role_code")))
                .contains("boosted-trees|challenger", "logistic|champion");
        assertThat(models.filter("parameter_code = 'trees'").first().<String>getAs("parameter_text"))
                .startsWith("0:[f");
    }

    @Test
    void ofOneDayEachPartIsTestedByAModelOfTheOthers() {
        TestInputs company = Companies.of(600, Companies::ruled);
        company.with(FeatureChurn.TABLE, company.rows(FeatureChurn.TABLE).filter("feature_date >= '2024-03-25'"));

        Dataset<Row> models = Companies.models(company);

        assertThat(TableRows.lines(models.select("model_code", "role_code").distinct()))
                .containsExactly(
                        "base-rate|baseline",
                        "logistic-1|fold",
                        "logistic-2|fold",
                        "logistic-3|fold",
                        "logistic-4|fold",
                        "logistic|champion",
                        "recency-days-alone|baseline");
        assertThat(models.first().<String>getAs("reason")).contains("tested repeated-split on 600");
        Dataset<Row> folds = models.filter("role_code = 'fold' and parameter_code = 'intercept'");
        assertThat(folds.agg(functions.sum("customer_count")).first().getLong(0))
                .isEqualTo(600 * 3);
    }

    @Test
    void whereNobodyLeftNobodyIsScored() {
        assertThat(Companies.verdict(Companies.of(60, (recency, plan) -> 0)))
                .startsWith("NOBODY_LEFT|refused|no-purchase: ")
                .contains(" customers and days to learn from, 0 left.");
    }

    @Test
    void whereEverybodyLeftTheDataMayHaveEnded() {
        assertThat(Companies.verdict(Companies.of(60, (recency, plan) -> 1)))
                .startsWith("EVERYBODY_LEFT|refused")
                .contains("Perhaps the data end before the business date.");
    }

    @Test
    void tooFewWhoLeftAreNotLearnedFrom() {
        assertThat(Companies.verdict(Companies.of(200, (recency, plan) -> recency < 10 ? 1 : 0)))
                .startsWith("TOO_FEW_EVENTS|refused")
                .contains("At least 50 must have left");
    }

    @Test
    void whereNoWindowIsOverTheDaysLookedAtAreNamed() {
        TestInputs company = Companies.of(60, Companies::ruled);
        company.with(FeatureChurn.TABLE, company.rows(FeatureChurn.TABLE).filter("is_scored"));

        assertThat(Companies.verdict(company))
                .startsWith("NOBODY_AT_RISK|refused|no-purchase: 0 customers")
                .contains("2024-03-25, 2023-12-26, 2023-09-27, 2024-06-30");
    }

    @Test
    void aLatestDayOnWhichNobodyLeftTestsNothing() {
        TestInputs company = Companies.of(400, Companies::ruled);
        company.with(
                FeatureChurn.TABLE,
                company.rows(FeatureChurn.TABLE)
                        .withColumn("has_churned", functions.expr("has_churned and feature_date < '2024-03-25'")));

        assertThat(Companies.verdict(company))
                .contains("UNTESTED|refused|", "tested out-of-time on 400, 0 left: nobody is scored");
    }

    @Test
    void leavingByChanceIsNoBetterForecastThanTheBaseRate() {
        assertThat(Companies.verdict(Companies.of(400, (recency, plan) -> .4)))
                .contains("NOT_BETTER_THAN_BASE_RATE|refused|", "so nobody is scored")
                .doesNotContain("champion");
    }

    @Test
    void aFeatureThatGivesTheOutcomeAwayIsLeftOutByName() {
        TestInputs company = Companies.of(400, Companies::ruled);
        Dataset<Row> knowing = company.rows(FeatureChurn.TABLE)
                .withColumn(
                        "last_nps_score",
                        functions.when(functions.col("has_churned"), 1.0).otherwise(8.0));
        company.with(FeatureChurn.TABLE, knowing);

        Dataset<Row> models = Companies.models(company);

        assertThat(TableRows.lines(
                        models.filter("parameter_code like '%last_nps_score%'"),
                        "model_code",
                        "role_code",
                        "status_code",
                        "parameter_estimate"))
                .containsExactly("leak|refused|LEAK|1.0");
        assertThat(models.first().<String>getAs("reason"))
                .contains("last_nps_score (leak: alone it tells the outcome with AUC 1.000)")
                .contains("purchase_day_count", "(constant)");
    }

    @Test
    void aDeniedFeatureIsLeftOutAndRaisesNoAlarm() {
        TestInputs company = Companies.of(400, Companies::ruled)
                .with(new ChurnSettings(
                        "no-purchase",
                        90,
                        7,
                        3,
                        50,
                        .001,
                        20,
                        .9,
                        4,
                        "platt",
                        "none",
                        List.of("last_nps_score", "plan")));
        Dataset<Row> knowing = company.rows(FeatureChurn.TABLE)
                .withColumn(
                        "last_nps_score",
                        functions.when(functions.col("has_churned"), 1.0).otherwise(8.0));
        company.with(FeatureChurn.TABLE, knowing);

        Dataset<Row> models = Companies.models(company);

        assertThat(models.filter("parameter_code like '%last_nps_score%' or parameter_code like 'plan%'")
                        .count())
                .isZero();
        assertThat(models.first().<String>getAs("reason"))
                .contains("last_nps_score, plan (denied by models.churn.denied-features)");
    }

    @Test
    void withoutAnyFeatureThereIsNoModel() {
        TestInputs company = Companies.of(200, Companies::ruled)
                .with(new ChurnSettings("no-purchase", 90, 7, 3, 50, .001, 2, .9, 4, "platt", "none", List.of()));
        Dataset<Row> bare = company.rows(FeatureChurn.TABLE)
                .withColumn("recency_days", functions.lit(5))
                .withColumn("last_nps_score", functions.lit(5.0));
        company.with(FeatureChurn.TABLE, bare)
                .with(FctCustomerAttribute.TABLE, TableRows.none(FctCustomerAttribute.TABLE));

        assertThat(Companies.verdict(company))
                .startsWith("NO_FEATURES|refused|No feature tells customers apart. Left out:")
                .contains("segment_code (more than 2 values)");
    }

    private static Row parameter(Dataset<Row> models, String name) {
        return models.filter(Model.ROLE_CODE
                        .col()
                        .equalTo(Model.CHAMPION)
                        .and(Model.PARAMETER_CODE.col().equalTo(name)))
                .first();
    }
}
