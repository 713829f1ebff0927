package io.linkage.jobs.night;

import static io.linkage.jobs.night.WarehouseRows.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.SharedData;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.cli.Nights;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.publish.Views;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples on real data: each runs a whole night and is held against figures of the literature or the source. */
class ExamplesIT {
    @TempDir
    Path warehouse;

    /** Fader, Hardie and Lee 2005; Batislam et al. 2007 by BTYDplus; Fader and Hardie 2013 for the spend. */
    @Test
    void cdnowGivesThePublishedParametersWithTheirStandardErrors() {
        SharedData.file("cdnow/CDNOW_sample.txt");
        night("cdnow", "1998-06-30");

        parameter("bg-nbd", "r", .242595, 5e-7, .0126, 5e-5, -9582.429);
        parameter("bg-nbd", "alpha", 4.41360, 5e-6, .378, 5e-4, -9582.429);
        parameter("bg-nbd", "a", .792922, 5e-7, .186, 5e-4, -9582.429);
        parameter("bg-nbd", "b", 2.42591, 5e-6, .705, 5e-4, -9582.429);
        parameter("mbg-nbd", "r", .524843, 5e-7, .0833, 5e-5, -9582.136);
        parameter("mbg-nbd", "alpha", 6.18309, 5e-6, .696, 5e-4, -9582.136);
        parameter("mbg-nbd", "a", .891359, 5e-7, .155, 5e-4, -9582.136);
        parameter("mbg-nbd", "b", 1.61400, 5e-6, .537, 5e-4, -9582.136);
        parameter("pareto-nbd", "r", .553277, 5e-7, .0476, 5e-5, -9594.976);
        parameter("pareto-nbd", "alpha", 10.57768, 5e-6, .843, 5e-4, -9594.976);
        parameter("pareto-nbd", "s", .606240, 5e-7, .187, 5e-4, -9594.976);
        parameter("pareto-nbd", "beta", 11.6687, 5e-5, 6.21, 5e-3, -9594.976);
        parameter("nbd", "r", .38477, 5e-6, .0210, 5e-5, -9763.658);
        parameter("gamma-gamma", "p", 6.24957, 5e-6, 1.19, 5e-3, -4055.918);
        parameter("gamma-gamma", "q", 3.74422, 5e-6, .290, 5e-4, -4055.918);
        // 15.44353 is printed; the maximum, to 25 digits, is at 15.4435210.
        parameter("gamma-gamma", "gamma", 15.44353, 1.2e-5, 4.16, 5e-3, -4055.918);
        // Fitted to 1997-07-01 the three forecast the next quarter alike; the first in the order of preference scores.
        assertThat(lines(released("ops_model")
                        .where("subject_code = 'clv-purchases' and selection_error_estimate is not null")
                        .selectExpr("model_code", "role_code", "round(selection_error_estimate, 4)")
                        .distinct()))
                .containsExactlyInAnyOrder(
                        "mbg-nbd|champion|0.8939", "bg-nbd|challenger|0.894", "pareto-nbd|challenger|0.8976");
        // Of 39 weeks to come the mean error is .765 repeat purchases, and 1.024 where each customer's rate goes on.
        assertThat(quality("mbg-nbd", "holdout", "mae").<Double>getAs("metric_estimate"))
                .isCloseTo(.765, within(5e-4));
        assertThat(quality("constant-rate", "holdout", "mae").<Double>getAs("metric_estimate"))
                .isCloseTo(1.024, within(5e-4));
    }

    /** Levels of honest studies of this set: logistic, forest and boosting alike reach .844 to .848 in ten folds. */
    @Test
    void telcoIsForecastAsWellAsTheSampleAllowsBesideTheNaiveForecasts() {
        SharedData.file("telco-churn/Telco-Customer-Churn.csv");
        night("telco", "2019-12-31");

        assertThat(released("mart_model_quality")
                        .select("slice_code")
                        .distinct()
                        .first()
                        .getString(0))
                .isEqualTo("repeated-split");
        assertThat(logistic("auc")).isGreaterThanOrEqualTo(.845);
        assertThat(logistic("brier")).isLessThanOrEqualTo(.1355);
        assertThat(logistic("ece")).isLessThanOrEqualTo(.012);
        assertThat(logistic("lift")).isGreaterThanOrEqualTo(2.88);
        assertThat(logistic("empc")).isGreaterThanOrEqualTo(10.3);
        Row area = quality("logistic", "repeated-split", "auc");
        assertThat(area.<Long>getAs("example_count")).isEqualTo(7_043);
        assertThat(area.<Long>getAs("event_count")).isEqualTo(1_869);
        assertThat(area.<Double>getAs("low_estimate")).isBetween(.835, .845);
        assertThat(area.<Double>getAs("high_estimate")).isBetween(.85, .86);
        assertThat(area.<String>getAs("baseline_model_code")).isEqualTo("contract-tenure-months-alone");
        assertThat(area.<Double>getAs("baseline_estimate")).isCloseTo(.740, within(1e-3));
        assertThat(quality("base-rate", "repeated-split", "auc").<Double>getAs("metric_estimate"))
                .isEqualTo(.5);
        Row scores = released("mart_customer_value")
                .selectExpr(
                        "count(churn_probability)",
                        "count(first_churn_reason_code)",
                        "count_if(churn_definition_code = 'stated')",
                        "min(churn_probability) > 0 and max(churn_probability) < 1")
                .first();
        assertThat(scores.mkString("|")).startsWith("5174|").endsWith("|5174|true");
        assertThat(scores.getLong(1)).isGreaterThan(4_000);
        assertThat(released("ops_model")
                        .where("subject_code = 'contract' and model_code = 'sbg'")
                        .selectExpr("role_code", "event_count")
                        .first()
                        .mkString("|"))
                .isEqualTo("champion|1869");
        assertThat(released("mart_customer_value")
                        .where("clv_basis_code = 'contract' and clv_amount > 0")
                        .count())
                .isGreaterThan(5_000);
        assertThat(lake("core/fct_customer_attribute")
                        .where("attribute_code in ('Churn', 'customerID')")
                        .count())
                .isZero();
    }

    @Test
    void onlineRetailIsAccountedForToTheLineAndTheCent() {
        SharedData.file("online-retail/online-retail.csv.gz");
        night("online-retail", "2011-12-09");

        assertThat(lines(released("ops_reconciliation")
                        .where("feed_code = 'order_line'")
                        .selectExpr("outcome_code", "reason_code", "row_count", "is_balanced")))
                .containsExactly(
                        "kept|none|536641|true", "kept|repeats another line|5268|true", "received|none|541909|true");
        Row revenue = lake("core/fct_order_line")
                .where("customer_key > 0")
                .groupBy()
                .agg(
                        functions.expr("sum(net_revenue_amount) filter (where line_type_code = 'sale')"),
                        functions.expr("count(*) filter (where line_type_code = 'sale' and unit_price > 0)"),
                        functions.expr("sum(net_revenue_amount) filter (where line_type_code = 'return')"),
                        functions.expr("count(*) filter (where line_type_code = 'return')"))
                .first();
        assertThat(revenue.mkString("|")).isEqualTo("8911407.90|397884|-611342.09|8905");
        assertThat(lake("core/fct_order_line").where("customer_key = 0").count())
                .isEqualTo(135_080);
        Row value = released("mart_customer_value")
                .selectExpr("sum(net_revenue_amount)", "count(alive_probability)", "count(clv_amount)")
                .first();
        assertThat(value.getDecimal(0)).isEqualByComparingTo(new BigDecimal("8300065.81"));
        assertThat(value.getLong(1)).isZero();
        assertThat(value.getLong(2)).isEqualTo(3_317);
        assertThat(lines(released("ops_model")
                        .where("subject_code = 'clv-purchases' and role_code = 'champion'")
                        .selectExpr("model_code", "status_code", "customer_count")
                        .distinct()))
                .containsExactly("nbd|DROPOUT_NOT_IDENTIFIED|3317");
        // The nine months of calibration do not hold the season to come: what is known of it helps little.
        assertThat(lines(released("ops_model")
                        .where("subject_code = 'clv-season'")
                        .selectExpr("status_code", "reason like '%september, october, november%'")
                        .distinct()))
                .containsExactly("SEASON_NOT_IDENTIFIED|true");
        assertThat(lake("score/feature_customer").where("frequency_count > 0").count())
                .isEqualTo(1_890);
    }

    /** NPS 39.84 with standard error 1.33 follows from the 2,746 answers of NETPRO in 2017; weighted 40.40 of 2,267. */
    @Test
    void sfoSurveyJoinsEightQuestionnairesAndCarriesTheirWeights() {
        SharedData.file("sfo-survey/2017.csv.gz");
        night("sfo-survey", "2017-05-31");

        Dataset<Row> counts = released("ops_reconciliation").where("feed_code = 'survey_answer'");
        assertThat(lines(counts.groupBy("outcome_code")
                        .agg(
                                functions.sum("record_count"),
                                functions.sum("row_count"),
                                functions.countDistinct("source_code"),
                                functions.every(functions.col("is_balanced")))))
                .containsExactly("kept|25856|328332|8|true", "received|25856|328332|8|true");
        Row nps = released("mart_experience")
                .where("metric_code = 'nps' and subject_code = 'all' and month_date = '2017-05-01'")
                .first();
        assertThat(nps.<Long>getAs("answer_count")).isEqualTo(2_746);
        assertThat(nps.<Long>getAs("no_answer_count")).isEqualTo(85);
        assertThat(nps.<Double>getAs("metric_estimate")).isCloseTo(39.84, within(5e-3));
        assertThat(nps.<Double>getAs("standard_error")).isCloseTo(1.33, within(5e-3));
        assertThat(nps.<Double>getAs("low_estimate")).isCloseTo(37.2, within(.05));
        assertThat(nps.<Double>getAs("high_estimate")).isCloseTo(42.5, within(.06));
        assertThat(nps.<Double>getAs("weighted_estimate")).isCloseTo(40.40, within(5e-3));
        assertThat(nps.<Long>getAs("effective_answer_count")).isEqualTo(2_267);
        assertThat(lines(released("mart_experience")
                        .where("metric_code = 'csat' and subject_code = 'all'")
                        .selectExpr("year(month_date)", "answer_count")))
                .containsExactly(
                        "2010|3093",
                        "2011|3694",
                        "2012|3348",
                        "2013|3334",
                        "2014|2677",
                        "2015|2810",
                        "2016|2919",
                        "2017|2688");
        // Codes as counted in the file; two of the questions have codes of their own.
        assertThat(lines(lake("core/fct_no_answer")
                        .where("survey_code = '2017' and question_code in ('NETPRO', 'Q7ALL', 'Q7WIFI')")
                        .groupBy("question_code", "reason_code")
                        .count()))
                .containsExactly(
                        "NETPRO|blank|84",
                        "NETPRO|left-open|1",
                        "Q7ALL|blank|143",
                        "Q7WIFI|blank|97",
                        "Q7WIFI|never-used|592");
        assertThat(lake("core/dim_customer").where("is_inferred").count()).isEqualTo(25_856);
        // Areas, as counted in the file; drawn towards 40.69 by a variance between them of 11.53 (Paule and Mandel).
        assertThat(lines(released("mart_experience")
                        .where("metric_code = 'nps' and level_code = 'unit'")
                        .selectExpr(
                                "subject_code",
                                "answer_count",
                                "round(metric_estimate, 2)",
                                "round(shrunken_estimate, 2)")))
                .containsExactly(
                        "area A|724|39.92|40.21",
                        "area B|166|43.37|41.42",
                        "area C|226|46.9|42.88",
                        "area D|386|43.52|42.05",
                        "area E|175|46.86|42.59",
                        "area F|444|38.51|39.55",
                        "area G|625|32.96|36.14");
        // Things gone wrong: passengers who say so among those who say yes or no, of a hundred.
        assertThat(lines(ratings("free-of-problems")
                        .selectExpr(
                                "year(month_date)",
                                "answer_count",
                                "answer_count - top_count",
                                "round(100 * (1 - metric_estimate), 2)")))
                .containsExactly(
                        "2010|3110|354|11.38",
                        "2011|3702|448|12.1",
                        "2012|3354|401|11.96",
                        "2013|3384|413|12.2",
                        "2014|2677|254|9.49",
                        "2015|2831|318|11.23",
                        "2016|2907|330|11.35",
                        "2017|2678|320|11.95");
        // An item that each of the questionnaires calls otherwise, on one scale of 0 to 1.
        assertThat(lines(ratings("restaurants")
                        .selectExpr("year(month_date)", "answer_count", "round(metric_estimate, 3)")))
                .containsExactly(
                        "2010|2536|0.621",
                        "2011|3043|0.643",
                        "2012|2821|0.661",
                        "2013|2830|0.65",
                        "2014|2339|0.645",
                        "2015|2460|0.67",
                        "2016|2680|0.658",
                        "2017|2421|0.654");
    }

    /** Figures as recomputed from the files by a program of its own; the interval was published as about 6.5 to 66.8. */
    @Test
    void nycSchoolsShowWhatGoesWithAPointMoreFromTeachers() throws IOException {
        SharedData.file("nyc-schools/survey_all.txt.gz");
        night("nyc-schools", "2012-06-30");

        assertThat(lines(released("ops_reconciliation")
                        .where("record_count > 0")
                        .selectExpr("source_code", "outcome_code", "reason_code", "record_count", "is_balanced")))
                .contains(
                        "sat|kept|none|478|true",
                        "schools|kept|none|454|true",
                        "schools|quarantined|FIELD_COUNT|1|true");
        Views.ofLake(new Lake(TestSpark.session(), new Warehouse(warehouse), Nights.tables()), Nights.tables());
        // Link, schools, districts, correlation, effect, its plain error and that by district.
        assertThat(lines(answer("nyc-schools/links.sql")))
                .containsExactly(
                        "parent to student|296|9|0.736|0.8769|0.0471|0.0329",
                        "teacher to parent|452|9|0.471|0.2428|0.0215|0.0258",
                        "teacher to student|298|9|0.503|0.3134|0.0313|0.0313");
        // Schools, total, beside students, through students, and its interval.
        Row sat = answer("nyc-schools/sat.sql").first();
        assertThat(sat.mkString("|")).startsWith("147|24.8|-2.6|27.4|");
        assertThat(sat.<Double>getAs("low")).isCloseTo(6.5, within(2.0));
        assertThat(sat.<Double>getAs("high")).isCloseTo(66.8, within(3.0));
    }

    private void parameter(
            String model, String name, double value, double digit, double error, double errorDigit, double likelihood) {
        Row row = released("ops_model")
                .where(functions
                        .col("model_code")
                        .equalTo(model)
                        .and(functions.col("parameter_code").equalTo(name)))
                .first();
        assertThat(row.<Double>getAs("parameter_estimate")).isCloseTo(value, within(digit));
        assertThat(row.<Double>getAs("standard_error")).isCloseTo(error, within(errorDigit));
        assertThat(row.<Double>getAs("log_likelihood_estimate")).isCloseTo(likelihood, within(5e-4));
    }

    private double logistic(String metric) {
        return quality("logistic", "repeated-split", metric).getAs("metric_estimate");
    }

    private Row quality(String model, String slice, String metric) {
        return released("mart_model_quality")
                .where(functions
                        .col("model_code")
                        .equalTo(model)
                        .and(functions.col("slice_code").equalTo(slice))
                        .and(functions.col("metric_code").equalTo(metric)))
                .first();
    }

    private void night(String example, String date) {
        new Example(example).night(date, warehouse);
    }

    /** Ratings of an attribute, a row per month. */
    private Dataset<Row> ratings(String subject) {
        return released("mart_experience")
                .where("metric_code = 'rating' and level_code = 'process'")
                .where(functions.col("subject_code").equalTo(subject));
    }

    /** What a query that lies beside a company's configuration tells. */
    private static Dataset<Row> answer(String query) throws IOException {
        return TestSpark.session().sql(Files.readString(Path.of("..", "conf", "examples", query)));
    }

    private Dataset<Row> released(String table) {
        return new WarehouseRows(warehouse).released(table);
    }

    private Dataset<Row> lake(String table) {
        return new WarehouseRows(warehouse).stored(table);
    }
}
