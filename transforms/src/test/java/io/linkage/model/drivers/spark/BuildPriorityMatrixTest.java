package io.linkage.model.drivers.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.random.Draws;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.mart.PriorityMatrix;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildPriorityMatrixTest {
    private static final String ANSWERS = "survey_code|respondent_id|question_code|customer_key|unit_key|answer_date"
            + "|instrument_code|level_code|subject_code|scale_share|promoter_count|detractor_count\n";
    private static final String ORDERS =
            "order_id|line_number|customer_key|order_date|line_type_code|net_revenue_amount|cost_amount\n";
    private static final int CUSTOMERS = 400;

    private final StringBuilder answers = new StringBuilder(ANSWERS);
    private final StringBuilder orders = new StringBuilder(ORDERS);

    /** Whoever rates the checkout higher spends less: to raise it is no way to more margin. */
    @Test
    void whatMarginFallsWithHasFiguresButNoQuadrant() {
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            Draws draws = Draws.of(3, "customer", customer);
            int checkout = 1 + draws.below(5);
            customer(customer, checkout, 1 + draws.below(5), 3 + draws.below(3), checkout + draws.below(6));
            order(customer, "2024-03-20", 500 - 75 * (checkout - 1) + 60 * draws.normal());
        }

        Row checkout = row(matrix().filter("target_code = 'margin'"), "checkout");

        assertThat(checkout.<String>getAs(PriorityMatrix.VERDICT_CODE.name())).isEqualTo("OPPOSITE");
        assertThat(checkout.<String>getAs(PriorityMatrix.QUADRANT_CODE.name())).isNull();
        assertThat(value(checkout, "importance_share")).isGreaterThan(.95);
        assertThat(value(checkout, "mean_answer_share")).isCloseTo(.5, within(.05));
        assertThat(value(checkout, "per_point_estimate")).isCloseTo(-3, within(.3));
    }

    /** A point of 100 more of the checkout goes with 3 euro more margin; of help and range with none. */
    @Test
    void whatCustomersPayForIsFoundWithItsEuroPerPoint() {
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            Draws draws = Draws.of(3, "customer", customer);
            int checkout = 1 + draws.below(5);
            customer(customer, checkout, 1 + draws.below(5), 3 + draws.below(3), checkout + draws.below(6));
            order(customer, "2024-03-20", 100 + 75 * (checkout - 1) + 60 * draws.normal());
            order(customer, "2023-11-20", 900);
        }

        Dataset<Row> margin = matrix().filter("target_code = 'margin'");

        assertThat(TableRows.lines(margin, "subject_code", "verdict_code", "metric_code", "level_code"))
                .containsExactly(
                        "all|SHOWN|csat|employee-service",
                        "checkout|SHOWN|rating|process",
                        "range|SHOWN|rating|process");
        Row checkout = row(margin, "checkout");
        assertThat(value(checkout, "per_point_estimate")).isCloseTo(3, within(.3));
        assertThat(value(checkout, "per_point_low_estimate")).isLessThan(3);
        assertThat(value(checkout, "per_point_high_estimate")).isGreaterThan(3);
        assertThat(value(checkout, "importance_share")).isGreaterThan(.95);
        assertThat(value(checkout, "held_out_ratio")).isGreaterThan(.6);
        assertThat(checkout.<String>getAs(PriorityMatrix.QUADRANT_CODE.name())).isEqualTo("CONCENTRATE_HERE");
        assertThat(value(checkout, "stability_share")).isGreaterThan(.8);
        // Answers of 1 to 5, each as often; those of the range are 3 to 5.
        assertThat(value(checkout, "mean_answer_share")).isCloseTo(.5, within(.05));
        assertThat(value(row(margin, "range"), "mean_answer_share")).isCloseTo(.75, within(.05));
        assertThat(row(margin, "range").<String>getAs(PriorityMatrix.QUADRANT_CODE.name()))
                .isEqualTo("POSSIBLE_OVERKILL");
        assertThat(row(margin, "range").<Long>getAs(PriorityMatrix.RESPONDENT_COUNT.name()))
                .isEqualTo(CUSTOMERS);
        Dataset<Row> others = matrix().filter("target_code <> 'margin'");
        // Everybody bought again, and 0.04 of the recommendation goes with 0.04 of the checkout.
        assertThat(TableRows.lines(others, "target_code", "verdict_code"))
                .containsOnly("repurchase|SAME_OUTCOME", "recommendation|SHOWN");
        assertThat(value(row(others.filter("target_code = 'recommendation'"), "checkout"), "per_point_estimate"))
                .isCloseTo(.4, within(.05));
    }

    /** Targets .6 of a unit with a fourth of the answers and .8 of one with a fourth, which reach .4; the others are content. */
    @Test
    void performanceStandsBesideTheMeanTargetOfTheUnits() {
        for (int customer = 1; customer <= 40; customer++) {
            customer(customer, 3, customer % 4 > 1 ? 5 : 1 + customer % 5, 4, 5);
        }

        Row help = row(matrix().filter("target_code = 'margin'"), "all");

        assertThat(help.<String>getAs(PriorityMatrix.VERDICT_CODE.name())).isEqualTo("TOO_FEW_RESPONDENTS");
        assertThat(value(help, "performance_estimate")).isCloseTo(.7, within(1e-9));
        assertThat(value(help, "target_estimate")).isCloseTo(.7, within(1e-9));
        assertThat(value(help, "target_gap_estimate")).isCloseTo(-.3, within(1e-9));
        assertThat(value(help, "per_point_estimate")).isNull();
    }

    /** Answered on 2024-01-15; in June its 180 days are not over. */
    @Test
    void anOutcomeThatIsNotOverDoesNotCount() {
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            customer(customer, 1 + customer % 5, 1 + customer % 3, 3, 5);
            order(customer, "2024-03-20", customer);
        }

        Dataset<Row> early = inputs("2024-06-30").build(BuildPriorityMatrix.BUILD);

        assertThat(TableRows.lines(early.filter("target_code <> 'recommendation'"), "respondent_count", "verdict_code"))
                .containsOnly("0|TOO_FEW_RESPONDENTS");
        assertThat(early.filter("target_code = 'recommendation' and respondent_count = " + CUSTOMERS)
                        .count())
                .isEqualTo(3);
    }

    @Test
    void attributesOfAnotherQuestionnaireAreComparedApartAndRareOnesNotAtAll() {
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            Draws draws = Draws.of(4, "customer", customer);
            customer(customer, 1 + draws.below(5), 1 + draws.below(5), 4, draws.below(11));
            answer("panel", customer, "trust", 0, "rating", "brand-value", "trust", draws.uniform());
            if (customer % 4 == 0) {
                answer("visit", customer, "parking", 0, "rating", "process", "parking", draws.uniform());
            }
        }

        Dataset<Row> told = matrix().filter("target_code = 'margin'");

        assertThat(TableRows.lines(told, "subject_code", "survey_code", "attribute_count"))
                .containsExactly(
                        "all|visit|3", "checkout|visit|3", "parking|visit|3", "range|visit|3", "trust|panel|1");
        assertThat(row(told, "parking").<String>getAs(PriorityMatrix.VERDICT_CODE.name()))
                .isEqualTo("RARELY_ANSWERED");
    }

    @Test
    void theSameRowsComeInWhateverParts() {
        for (int customer = 1; customer <= 150; customer++) {
            Draws draws = Draws.of(5, "customer", customer);
            customer(customer, 1 + draws.below(5), 1 + draws.below(5), 1 + draws.below(5), draws.below(11));
            order(customer, "2024-04-02", 100 * draws.uniform());
        }
        Dataset<Row> rows = TableRows.of(FctSurveyAnswer.TABLE, answers.toString());

        Dataset<Row> other = inputs("2024-12-31")
                .with(
                        FctSurveyAnswer.TABLE,
                        rows.orderBy(rows.col("question_code").desc()).repartition(7))
                .build(BuildPriorityMatrix.BUILD);

        assertThat(TableRows.lines(other)).isEqualTo(TableRows.lines(matrix()));
    }

    @Test
    void withoutAttributesThereAreNoRows() {
        answer("visit", 1, "recommend", 0, "nps", "organisation", "all", .9);

        assertThat(matrix().count()).isZero();
    }

    private void customer(int customer, int checkout, int help, int range, int recommends) {
        int unit = 1 + customer % 4;
        answer("visit", customer, "checkout", unit, "rating", "process", "checkout", (checkout - 1) / 4.0);
        answer("visit", customer, "help", unit, "csat", "employee-service", "U" + unit, (help - 1) / 4.0);
        answer("visit", customer, "range", unit, "rating", "process", "range", (range - 1) / 4.0);
        answer("visit", customer, "recommend", unit, "nps", "organisation", "all", recommends / 10.0);
    }

    private void answer(
            String survey,
            int customer,
            String question,
            int unit,
            String instrument,
            String level,
            String subject,
            double share) {
        answers.append(String.format(
                Locale.ROOT,
                "%s|R%d|%s|%d|%d|2024-01-15|%s|%s|%s|%.6f|0|0%n",
                survey,
                customer,
                question,
                customer,
                unit,
                instrument,
                level,
                subject,
                share));
    }

    private void order(int customer, String day, double margin) {
        orders.append(
                String.format(Locale.ROOT, "%s-%d|1|%d|%s|sale|%.2f|0.00%n", day, customer, customer, day, margin));
    }

    private Dataset<Row> matrix() {
        return inputs("2024-12-31").build(BuildPriorityMatrix.BUILD);
    }

    private TestInputs inputs(String date) {
        return TestInputs.asOf(date)
                .with(FctSurveyAnswer.TABLE, answers.toString())
                .with(FctOrderLine.TABLE, orders.toString())
                .with(DimOrgUnit.TABLE, """
                        unit_sk|unit_key|unit_source_id|is_current
                        1|1|U1|true
                        2|2|U2|true
                        3|3|U3|true
                        4|4|U4|true
                        """)
                .with(FctDepartmentEstimate.TABLE, """
                        unit_sk|unit_key|unit_source_id|metric_code|year_number|target_score
                        1|1|U1|csat|2024|0.6
                        2|2|U2|csat|2024|0.8
                        2|2|U2|csat|2023|0.9
                        3|3|U3|nps|2024|20
                        """);
    }

    private static Row row(Dataset<Row> rows, String subject) {
        return rows.filter(rows.col(PriorityMatrix.SUBJECT_CODE.name()).equalTo(subject))
                .first();
    }

    private static Double value(Row row, String column) {
        return row.getAs(column);
    }
}
