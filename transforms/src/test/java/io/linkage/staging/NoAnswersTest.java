package io.linkage.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.contract.Table;
import io.linkage.table.staging.EngagementAnswer;
import io.linkage.table.staging.SurveyAnswer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code for "don't know" is no answer, whether it lies on the scale or not, and no fault. */
class NoAnswersTest {
    private static final Map<String, String> COLUMNS = Map.of(
            "survey_code", "'2024'",
            "respondent_id", "id",
            "answered_at", "'2024-05-01 10:00:00'",
            "instrument_code", "'rating'",
            "least_score", "'1'",
            "most_score", "'10'",
            "no_answer_codes", "'0, 9 = does-not-know, 99 = refused, DK = does-not-know'");

    @Test
    void aDeclaredCodeIsNoAnswerWithItsReasonOnTheScaleAndOffIt() {
        Dataset<Row> judged = judged(SurveyAnswer.TABLE, COLUMNS, List.of(question("q", "answer")), """
                id|answer
                a|8
                b|9
                c|09.0
                d|99
                e|DK
                f|0
                g|
                h|90
                i|dunno
                """);

        assertThat(TableRows.lines(
                        Stage.kept(SurveyAnswer.TABLE, judged),
                        "respondent_id",
                        "answer_score",
                        "no_answer_reason_code"))
                .containsExactly(
                        "a|8.0|null",
                        "b|null|does-not-know",
                        "c|null|does-not-know",
                        "d|null|refused",
                        "e|null|does-not-know",
                        "f|null|no-answer",
                        "g|null|null");
        assertThat(counts(SurveyAnswer.TABLE, judged))
                .containsExactly(
                        "kept|answer_score: NO_ANSWER|5",
                        "kept|none|2",
                        "quarantined|answer_score: NUMBER_FORMAT|1",
                        "quarantined|answer_score: OFF_SCALE|1");
    }

    @Test
    void aQuestionMayHaveCodesOfItsOwnOrNone() {
        Map<String, String> own = Map.of("question_code", "'own'", "answer_score", "own", "no_answer_codes", "'8'");
        Map<String, String> none = Map.of("question_code", "'none'", "answer_score", "none", "no_answer_codes", "''");
        Dataset<Row> judged =
                judged(SurveyAnswer.TABLE, COLUMNS, List.of(question("shared", "shared"), own, none), """
                id|shared|own|none
                a|9|9|9
                b|8|8|8
                """);

        assertThat(TableRows.lines(
                        Stage.kept(SurveyAnswer.TABLE, judged), "respondent_id", "question_code", "answer_score"))
                .containsExactly(
                        "a|none|9.0", "a|own|9.0", "a|shared|null", "b|none|8.0", "b|own|null", "b|shared|8.0");
    }

    @Test
    void withoutDeclaredCodesEveryNumberOnTheScaleIsAnAnswer() {
        Map<String, String> columns = COLUMNS.entrySet().stream()
                .filter(column -> !column.getKey().equals("no_answer_codes"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(counts(
                        SurveyAnswer.TABLE,
                        judged(SurveyAnswer.TABLE, columns, List.of(question("q", "answer")), "id|answer\na|9\nb|99")))
                .containsExactly("kept|none|1", "quarantined|answer_score: OFF_SCALE|1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 9", "8; 9", "9: refused", "9 = is refused", "9,", "=refused"})
    void codesThatWouldBeReadInPartAreRefusedForTheyWouldCountAsAnswers(String codes) {
        Map<String, String> columns = Stream.of(COLUMNS, Map.of("no_answer_codes", "'" + codes + "'"))
                .flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (shared, own) -> own));

        assertThat(counts(
                        SurveyAnswer.TABLE,
                        judged(SurveyAnswer.TABLE, columns, List.of(question("q", "answer")), "id|answer\na|5")))
                .containsExactly("quarantined|no_answer_codes: CODES|1");
    }

    @Test
    void employeesMayGiveNoAnswerToo() {
        Map<String, String> columns = Map.of(
                "employee_source_id", "id",
                "wave_date", "'2024-05-01'",
                "question_code", "'q'",
                "construct_code", "'energy'",
                "answer_score", "answer",
                "no_answer_codes", "'5 = does-not-apply'");
        Dataset<Row> judged = judged(EngagementAnswer.TABLE, columns, List.of(), "id|answer\na|5\nb|4");

        assertThat(TableRows.lines(
                        Stage.kept(EngagementAnswer.TABLE, judged),
                        "employee_source_id",
                        "answer_score",
                        "no_answer_reason_code"))
                .containsExactly("a|null|does-not-apply", "b|4.0|null");
    }

    private static Map<String, String> question(String code, String answer) {
        return Map.of("question_code", "'" + code + "'", "answer_score", answer);
    }

    private static Dataset<Row> judged(
            Table contract, Map<String, String> columns, List<Map<String, String>> each, String rows) {
        return Stage.judged(
                contract,
                List.of(new Received(
                        "agency", Load.FULL, Deliveries.landed("2024-05-01", rows), columns, each, Deliveries.PLAIN)));
    }

    private static List<String> counts(Table contract, Dataset<Row> judged) {
        return TableRows.lines(
                Stage.counted(contract, judged, LocalDate.parse("2024-05-01"), ZoneOffset.UTC),
                "outcome_code",
                "reason_code",
                "row_count");
    }
}
