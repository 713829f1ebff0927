package io.linkage.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctNoAnswer;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.mart.Experience;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildExperienceTest {
    private static final String HEADER = "respondent_id|question_code|answer_date|instrument_code|level_code"
            + "|subject_code|answer_score|scale_share|promoter_count|detractor_count|sample_weight\n";

    /** p = 3/4, d = 1/4 by weight: 50; variance 1 - 1/4; 16/6 answers of equal weight. */
    @Test
    void anAnswerCountsByItsWeightBesideTheUnweightedFigure() {
        Row nps = row("""
                a|q|2024-04-01|nps|organisation|all|10|1.0|1|0|1
                b|q|2024-04-02|nps|organisation|all|9|0.9|1|0|2
                c|q|2024-04-03|nps|organisation|all|3|0.3|0|1|1
                """);

        assertThat(value(nps, "metric_estimate")).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(value(nps, "weighted_estimate")).isCloseTo(50, within(1e-9));
        assertThat(value(nps, "weighted_error")).isCloseTo(100 * Math.sqrt(.75 / (16.0 / 6)), within(1e-9));
        assertThat(nps.<Long>getAs(Experience.EFFECTIVE_ANSWER_COUNT.name())).isEqualTo(3);
    }

    @Test
    void equalWeightsChangeNothing() {
        Row csat = row("""
                a|q|2024-04-01|csat|organisation|all|5|1.0|0|0|0.5
                b|q|2024-04-02|csat|organisation|all|4|0.75|0|0|0.5
                c|q|2024-04-03|csat|organisation|all|2|0.25|0|0|0.5
                """);

        assertThat(value(csat, "weighted_estimate")).isCloseTo(value(csat, "metric_estimate"), within(1e-9));
        assertThat(value(csat, "weighted_error")).isCloseTo(value(csat, "standard_error"), within(1e-9));
    }

    @Test
    void answersWithoutAnyWeightHaveNoWeightedFigure() {
        Row ces = row("a|q|2024-04-01|ces|process|all|5|1.0|0|0|0\n");

        assertThat(value(ces, "metric_estimate")).isEqualTo(1);
        assertThat(value(ces, "weighted_estimate")).isNull();
    }

    /** 2, 4 and 6 of 10: a beta distribution worth 12.5 answers, 5 of them hits, so that 6 of 10 is (5 + 6) / 22.5. */
    @Test
    void fewAnswersAreDrawnTowardsTheOtherSubjects() {
        StringBuilder answers = new StringBuilder();
        for (int unit = 1; unit <= 3; unit++) {
            for (int answer = 0; answer < 10; answer++) {
                String share = answer < 2 * unit ? "5|1.0" : "1|0.0";
                answers.append("%d-%d|q|2024-04-01|csat|process|p%d|%s|0|0|1\n".formatted(unit, answer, unit, share));
            }
        }

        Row third = rows(answers.toString()).filter("subject_code = 'p3'").first();

        assertThat(value(third, "metric_estimate")).isCloseTo(.6, within(1e-9));
        assertThat(value(third, "shrunken_estimate")).isCloseTo(11 / 22.5, within(1e-9));
    }

    @Test
    void aSubjectOnItsOwnIsDrawnNowhere() {
        Row csat = row("a|q|2024-04-01|csat|organisation|all|5|1.0|0|0|1\n");

        assertThat(value(csat, "shrunken_estimate")).isNull();
        assertThat(value(csat, "trend_estimate")).isNull();
    }

    /** Means .5, .6, .7 on a line: .1 a month, in December just at the target of .7, so with an even chance. */
    @Test
    void aUnitsTrendIsHeldAgainstItsTarget() {
        String header = "respondent_id|question_code|answer_date|instrument_code|level_code|subject_code|unit_key"
                + "|moment_code|answer_score|scale_share|promoter_count|detractor_count|sample_weight\n";
        Dataset<Row> built = TestInputs.asOf("2023-12-31")
                .with(FctSurveyAnswer.TABLE, header + """
                        a|q|2023-10-01|ces|process|service|7|visit|3|0.4|0|0|1
                        b|q|2023-10-02|ces|process|service|7|visit|4|0.6|0|0|1
                        c|q|2023-11-01|ces|process|service|7||4|0.5|0|0|1
                        d|q|2023-11-02|ces|process|service|7||5|0.7|0|0|1
                        e|q|2023-12-01|ces|process|service|7||5|0.6|0|0|1
                        f|q|2023-12-02|ces|process|service|7||6|0.8|0|0|1
                        """)
                .with(DimOrgUnit.TABLE, "unit_sk|unit_key|unit_source_id|is_current\n9|7|SHOP|true\n")
                .with(
                        FctDepartmentEstimate.TABLE,
                        "unit_source_id|metric_code|year_number|target_score\nSHOP|ces|2023|0.7\n")
                .build(BuildExperience.BUILD);

        Row december = built.filter("level_code = 'unit' and month_date = '2023-12-01'")
                .first();
        assertThat(december.<String>getAs(Experience.SUBJECT_CODE.name())).isEqualTo("SHOP");
        assertThat(december.<Long>getAs(Experience.TREND_MONTH_COUNT.name())).isEqualTo(3);
        assertThat(value(december, "trend_estimate")).isCloseTo(.1, within(1e-9));
        // Variance of an answer .02, of a month .01; times -1, 0, 1.
        assertThat(value(december, "trend_error")).isCloseTo(Math.sqrt(.01 / 2), within(1e-9));
        assertThat(value(december, "target_estimate")).isEqualTo(.7);
        assertThat(value(december, "target_probability")).isCloseTo(.5, within(1e-9));
        assertThat(built.filter("level_code = 'process' and target_estimate is null")
                        .count())
                .isEqualTo(3);
        assertThat(built.filter("level_code = 'moment' and subject_code = 'visit'")
                        .count())
                .isEqualTo(1);
    }

    /** Asked of four: two answered, one did not know, one left it open; a month in which nobody answered has no figure. */
    @Test
    void whoGaveNoAnswerIsCountedBesideThoseWhoDid() {
        Dataset<Row> built = TestInputs.asOf("2024-05-01")
                .with(FctNoAnswer.TABLE, """
                        respondent_id|question_code|answer_date|instrument_code|level_code|subject_code|unit_key|reason_code
                        c|q|2024-04-30|csat|organisation|all|7|does-not-know
                        d|q|2024-04-30|csat|organisation|all|0|left-open
                        e|q|2024-03-31|csat|organisation|all|7|refused
                        """)
                .with(
                        FctSurveyAnswer.TABLE,
                        "respondent_id|question_code|answer_date|instrument_code|level_code|subject_code|unit_key"
                                + "|answer_score|scale_share|promoter_count|detractor_count|sample_weight\n" + """
                        a|q|2024-04-01|csat|organisation|all|7|5|1.0|0|0|1
                        b|q|2024-04-01|csat|organisation|all|7|1|0.0|0|0|1
                        """)
                .with(DimOrgUnit.TABLE, "unit_sk|unit_key|unit_source_id|is_current\n9|7|SHOP|true\n")
                .build(BuildExperience.BUILD);

        assertThat(TableRows.lines(built, "month_date", "level_code", "answer_count", "no_answer_count"))
                .containsExactly("2024-04-01|organisation|2|2", "2024-04-01|unit|2|1");
        assertThat(built.first().<Double>getAs(Experience.METRIC_ESTIMATE.name()))
                .isEqualTo(.5);
    }

    /** .4, .5, then none in November and December, then .8: .1 a month by the calendar, .15 or more by place. */
    @Test
    void aTrendGoesByTheCalendarWhereMonthsWereSkipped() {
        Row january = rows("""
                a|q|2023-09-01|ces|process|all|4|0.3|0|0|1
                b|q|2023-09-02|ces|process|all|5|0.5|0|0|1
                c|q|2023-10-01|ces|process|all|4|0.4|0|0|1
                d|q|2023-10-02|ces|process|all|5|0.6|0|0|1
                e|q|2024-01-01|ces|process|all|6|0.7|0|0|1
                f|q|2024-01-02|ces|process|all|7|0.9|0|0|1
                """).filter("month_date = '2024-01-01'").first();

        assertThat(january.<Long>getAs(Experience.TREND_MONTH_COUNT.name())).isEqualTo(3);
        assertThat(value(january, "trend_estimate")).isCloseTo(.1, within(1e-9));
    }

    @Test
    void theTrendOfAUnitBeginsAnewWhenItTakesUpAnother() {
        StringBuilder answers =
                new StringBuilder("respondent_id|question_code|answer_date|instrument_code|level_code|subject_code"
                        + "|unit_key|answer_score|scale_share|promoter_count|detractor_count|sample_weight\n");
        for (int month = 1; month <= 8; month++) {
            for (int answer = 0; answer < 2; answer++) {
                String share = month < 5 ? "0.2" : "0.7";
                answers.append("%d-%d|q|2024-0%d-01|ces|process|service|7|4|%s|0|0|1\n"
                        .formatted(month, answer, month, answer == 0 ? share : "0.5"));
            }
        }
        Dataset<Row> built = TestInputs.asOf("2024-08-31")
                .with(FctSurveyAnswer.TABLE, answers.toString())
                .with(DimOrgUnit.TABLE, """
                        unit_key|unit_source_id|is_current|merged_into_unit_source_id|merged_date
                        7|SHOP|true||
                        8|KIOSK|true|SHOP|2024-05-01
                        """)
                .build(BuildExperience.BUILD);

        Row shop = built.filter("level_code = 'unit' and month_date = '2024-08-01'")
                .first();
        assertThat(shop.<Long>getAs(Experience.TREND_MONTH_COUNT.name())).isEqualTo(4);
        assertThat(value(shop, "trend_estimate")).isCloseTo(0, within(1e-9));
        Row process = built.filter("level_code = 'process' and month_date = '2024-08-01'")
                .first();
        assertThat(process.<Long>getAs(Experience.TREND_MONTH_COUNT.name())).isEqualTo(8);
        assertThat(value(process, "trend_estimate")).isPositive();
    }

    /** Of reliability a perceives .6 and expects .8 over two items, b .5 and .5; c does not tell what to expect. */
    @Test
    void aGapIsWhatEachPerceivesLessWhatTheyExpect() {
        Dataset<Row> built = rows("""
                a|p1|2024-04-01|servqual-perception|organisation|reliability|4|0.5|0|0|1
                a|p2|2024-04-01|servqual-perception|organisation|reliability|5|0.7|0|0|1
                a|e1|2024-04-01|servqual-expectation|organisation|reliability|6|0.9|0|0|1
                a|e2|2024-04-01|servqual-expectation|organisation|reliability|5|0.7|0|0|1
                b|p1|2024-04-02|servqual-perception|organisation|reliability|4|0.5|0|0|3
                b|e1|2024-04-02|servqual-expectation|organisation|reliability|4|0.5|0|0|3
                c|p1|2024-04-02|servqual-perception|organisation|reliability|7|1.0|0|0|1
                """);

        Row gap = built.filter("metric_code = 'servqual-gap'").first();
        assertThat(gap.<Long>getAs(Experience.ANSWER_COUNT.name())).isEqualTo(2);
        assertThat(value(gap, "metric_estimate")).isCloseTo(-.1, within(1e-9));
        assertThat(value(gap, "standard_error")).isCloseTo(.1, within(1e-9));
        assertThat(value(gap, "weighted_estimate")).isCloseTo(-.05, within(1e-9));
        assertThat(TableRows.lines(built, "metric_code", "answer_count"))
                .containsExactlyInAnyOrder("servqual-expectation|3", "servqual-gap|2", "servqual-perception|4");
    }

    /**
     * In April 1 and 2 were met and told one each, as somebody without a name did, whose like are not counted. In May nothing went
     * wrong; before April nobody recorded anything, and since May nobody told anything.
     */
    @Test
    void problemsAreCountedAmongThoseWhoMightHaveMetOne() {
        Dataset<Row> built = TestInputs.asOf("2024-06-30")
                .with(FctFeedback.TABLE, """
                        feedback_id|customer_key|unit_key|feedback_date|is_gone_wrong
                        f|2|7|2024-04-03|true
                        g|1|7|2024-04-04|true
                        h|0|0|2024-04-05|true
                        i|1|7|2024-04-06|false
                        j|1|7|2024-03-06|false
                        k|1|7|2024-05-06|false
                        """)
                .with(FctCustomerEmployee.TABLE, """
                        customer_key|unit_key|month_date|contact_count|has_bought
                        1|-2|2024-03-01|0|true
                        1|7|2024-04-01|1|false
                        2|7|2024-04-01|2|true
                        2|8|2024-04-01|1|true
                        3|-2|2024-04-01|0|false
                        1|-2|2024-05-01|0|true
                        1|-2|2024-06-01|0|true
                        """)
                .with(DimOrgUnit.TABLE, """
                        unit_sk|unit_key|unit_source_id|is_current
                        9|7|SHOP|true
                        8|8|DESK|true
                        """)
                .build(BuildExperience.BUILD);

        assertThat(TableRows.lines(
                        built.withColumn("metric_estimate", round(col("metric_estimate"), 6)),
                        "month_date",
                        "level_code",
                        "subject_code",
                        "metric_code",
                        "answer_count",
                        "metric_estimate"))
                .containsExactlyInAnyOrder(
                        "2024-04-01|organisation|all|problems|2|100.0",
                        "2024-04-01|unit|SHOP|problems|2|100.0",
                        "2024-04-01|unit|DESK|problems|1|0.0",
                        "2024-05-01|organisation|all|problems|1|0.0");
        Row company = built.filter("level_code = 'organisation' and month_date = '2024-04-01'")
                .first();
        // Of one each, no more varied than a Poisson's: Garwood's .24221 and 7.22469 of two.
        assertThat(value(company, "low_estimate")).isCloseTo(100 * .24221 / 2, within(1e-3));
        assertThat(value(company, "high_estimate")).isCloseTo(100 * 7.22469 / 2, within(1e-3));
        // None of one customer: 3.68888 at most.
        assertThat(value(built.filter("subject_code = 'DESK'").first(), "high_estimate"))
                .isCloseTo(368.888, within(1e-2));
    }

    private static Row row(String answers) {
        return rows(answers).first();
    }

    private static Dataset<Row> rows(String answers) {
        return TestInputs.asOf("2024-05-01")
                .with(FctSurveyAnswer.TABLE, HEADER + answers)
                .build(BuildExperience.BUILD);
    }

    private static Double value(Row row, String column) {
        return row.getAs(column);
    }
}
