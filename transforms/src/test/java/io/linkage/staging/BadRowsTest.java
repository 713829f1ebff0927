package io.linkage.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.contract.Table;
import io.linkage.table.Tables;
import io.linkage.table.staging.SurveyAnswer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each feed refuses, row by row, with its reason; docs/bad-input.md has the list. */
class BadRowsTest {
    private static final String ANSWER =
            "survey_code|respondent_id|question_code|answered_at|instrument_code|answer_score";

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "customer ! customer_source_id|birth_date ! c|2024-05-02 ! birth_date: FUTURE",
                "customer ! customer_source_id|birth_date ! c|1824-05-02 ! birth_date: RANGE",
                "customer ! customer_source_id|birth_date ! c|2024-05-01 ! none",
                "employee ! employee_source_id|started_date|unit_source_id ! e|2024-01-01| ! unit_source_id: MISSING",
                "employee ! employee_source_id|started_date|ended_date|unit_source_id ! e|2024-01-02|2024-01-01|u "
                        + "! ended_date: BEFORE_START",
                "employee ! employee_source_id|started_date|unit_source_id|weekly_hours ! e|2024-01-01|u|168.5 "
                        + "! weekly_hours: RANGE",
                "employee ! employee_source_id|started_date|unit_source_id|weekly_hours ! e|2024-01-01|u|-1 "
                        + "! weekly_hours: RANGE",
                "employee ! employee_source_id|started_date|unit_source_id|weekly_hours ! e|2024-01-01|u|168 ! none",
                "interaction ! interaction_id|contacted_at|handling_seconds ! i|2024-05-01 10:00:00|-1 "
                        + "! handling_seconds: RANGE",
                "interaction ! interaction_id|contacted_at|waiting_seconds ! i|2024-05-01 10:00:00|-1 "
                        + "! waiting_seconds: RANGE",
                "subscription ! subscription_id|started_date|ended_date|customer_source_id|monthly_price "
                        + "! s|2024-01-02|2024-01-01|c|9 ! ended_date: BEFORE_START",
                "subscription ! subscription_id|started_date|customer_source_id|monthly_price|currency_code "
                        + "! s|2024-01-02|c|9|EURO ! currency_code: NO_CURRENCY",
                "order_line ! order_id|line_number|ordered_at|quantity|unit_price|currency_code "
                        + "! o|1|2024-05-01 10:00:00|1|1|XYZ ! currency_code: NO_CURRENCY",
                "order_line ! order_id|line_number|ordered_at|quantity|unit_price|currency_code "
                        + "! o|1|2024-05-01 10:00:00|1|1|USD ! none",
                "fx_rate ! currency_code|rate_date|fx_rate ! usd|2024-05-01|0.9 ! currency_code: NO_CURRENCY",
                "fx_rate ! currency_code|rate_date|fx_rate ! USD|2024-05-01|0 ! fx_rate: RANGE",
                "activity_cost ! activity_code|month_date|driver_code|cost_amount ! a|2024-04-02|orders|9 "
                        + "! month_date: NOT_FIRST",
                "campaign ! campaign_code|goal_code|started_date|ended_date ! c|grow|2024-04-02|2024-04-01 "
                        + "! ended_date: BEFORE_START",
                "feedback ! feedback_id|given_at|heard_at|kind_code ! f|2024-04-02 10:00:00|2024-04-01 09:00:00|idea "
                        + "! heard_at: BEFORE_GIVEN",
                "improvement ! improvement_id|raised_date|carried_out_date ! i|2024-04-02|2024-04-01 "
                        + "! carried_out_date: BEFORE_BEGIN",
                "improvement ! improvement_id|raised_date|decided_date|carried_out_date "
                        + "! i|2024-04-02|2024-04-09|2024-04-08 ! carried_out_date: BEFORE_BEGIN",
                "improvement ! improvement_id|raised_date|told_date ! i|2024-04-02|2024-04-01 ! told_date: BEFORE_RAISED",
                "wallet_answer ! survey_code|respondent_id|category_code|answered_at|brand_count|own_rank "
                        + "! s|r|c|2024-05-01 10:00:00|2|3 ! own_rank: BEYOND_BRANDS",
                "department_estimate ! unit_source_id|metric_code|year_number|estimate_score "
                        + "! u|csat|2024|75 ! estimate_score: OFF_METRIC",
                "department_estimate ! unit_source_id|metric_code|year_number|target_score "
                        + "! u|nps|2024|101 ! target_score: OFF_METRIC",
                "department_estimate ! unit_source_id|metric_code|year_number|estimate_score|target_score "
                        + "! u|nps|2024|-20|40 ! none",
                "department_estimate ! unit_source_id|metric_code|year_number|estimate_score ! u|csat|2024|0.75 ! none",
            })
    void refusesTheRowForThisReason(String feed, String header, String row, String reason) {
        Table contract = Tables.STAGING.stream()
                .filter(table -> table.feed().equals(feed.trim()))
                .findFirst()
                .orElseThrow();

        assertThat(counts(contract, judged(contract, header.trim(), row.trim())))
                .containsExactly((reason.trim().equals("none") ? "kept|" : "quarantined|") + reason.trim() + "|1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "0|10|nps|11   ! answer_score: OFF_SCALE",
                "0|10|nps|-1   ! answer_score: OFF_SCALE",
                "1|5|csat|0    ! answer_score: OFF_SCALE",
                "5|1|csat|3    ! answer_score: OFF_SCALE",
                "5|1|csat|     ! most_score: SCALE",
                "3|3|csat|3    ! most_score: SCALE",
                "1|5|nps|5     ! most_score: NPS_SCALE",
                "1|5|csat|5    ! none",
            })
    void refusesAnAnswerThatDoesNotFitItsScaleAndAScaleThatIsNone(String scale, String reason) {
        String row = "s|r|q|2024-05-01 10:00:00|" + scale.trim();
        String header =
                "survey_code|respondent_id|question_code|answered_at|least_score|most_score|instrument_code|answer_score";

        assertThat(counts(SurveyAnswer.TABLE, judged(SurveyAnswer.TABLE, header, row)))
                .containsExactly((reason.equals("none") ? "kept|" : "quarantined|") + reason + "|1");
    }

    @Test
    void aRespondentWhoAnswersAQuestionTwiceAlikeCountsOnce() {
        assertThat(counts(SurveyAnswer.TABLE, judged(SurveyAnswer.TABLE, ANSWER, """
                                s|r|q|2024-05-01 10:00:00|nps|9
                                s|r|q|2024-05-01 10:00:00|nps|9
                                """)))
                .containsExactly("duplicate|key: REPEATED|1", "kept|none|1");
    }

    @Test
    void ofTwoAnswersOfOneRespondentNoneStandsUnlessTheSourceSaysWhichCameLast() {
        String twice = "s|r|q|2024-05-01 10:00:00|nps|9\ns|r|q|2024-05-01 11:00:00|nps|3";
        String dated =
                "s|r|q|2024-05-01 10:00:00|nps|9|2024-05-01 10:00:00\ns|r|q|2024-05-01 11:00:00|nps|3|2024-05-01 11:00:00";

        assertThat(counts(SurveyAnswer.TABLE, judged(SurveyAnswer.TABLE, ANSWER, twice)))
                .containsExactly("quarantined|key: CONFLICT|2");
        Dataset<Row> last = judged(SurveyAnswer.TABLE, ANSWER + "|changed_at", dated);
        assertThat(counts(SurveyAnswer.TABLE, last)).containsExactly("duplicate|key: SUPERSEDED|1", "kept|none|1");
        assertThat(TableRows.lines(Stage.kept(SurveyAnswer.TABLE, last), "answer_score"))
                .containsExactly("3.0");
    }

    private static Dataset<Row> judged(Table contract, String header, String rows) {
        return Stage.judged(
                contract,
                List.of(Deliveries.source(
                        Load.FULL, Deliveries.PLAIN, List.of(Deliveries.landed("2024-05-01", header + "\n" + rows)))));
    }

    private static List<String> counts(Table contract, Dataset<Row> judged) {
        return TableRows.lines(
                Stage.counted(contract, judged, LocalDate.parse("2024-05-01"), ZoneOffset.UTC),
                "outcome_code",
                "reason_code",
                "row_count");
    }
}
