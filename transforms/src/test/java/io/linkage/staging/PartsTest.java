package io.linkage.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.table.staging.SurveyAnswer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static final Map<String, String> COLUMNS = Map.of(
            "survey_code", "'2017'",
            "respondent_id", "RESPNUM",
            "answered_at", "'2017-05-01 00:00:00'",
            "instrument_code", "'rating'",
            "least_score", "'1'",
            "most_score", "'5'");
    private static final List<Map<String, String>> EACH = List.of(
            Map.of(
                    "question_code", "'NETPRO'",
                    "instrument_code", "'nps'",
                    "least_score", "'0'",
                    "most_score", "'10'",
                    "answer_score", "nullif(NETPRO, '11')"),
            Map.of("question_code", "'Q7ART'", "answer_score", "nullif(Q7ART, '0')", "subject_code", "'art'"));

    @Test
    void aRecordGivesOneRowForEachQuestion() {
        Dataset<Row> kept = Stage.kept(SurveyAnswer.TABLE, judged("1|10|0\n2|11|4"));

        assertThat(TableRows.lines(
                        kept,
                        "respondent_id",
                        "question_code",
                        "instrument_code",
                        "subject_code",
                        "most_score",
                        "answer_score"))
                .containsExactlyInAnyOrder(
                        "1|NETPRO|nps|all|10.0|10.0",
                        "1|Q7ART|rating|art|5.0|null",
                        "2|NETPRO|nps|all|10.0|null",
                        "2|Q7ART|rating|art|5.0|4.0");
    }

    @Test
    void aFaultyAnswerIsQuarantinedWithItsRecordAndTheOthersStand() {
        Dataset<Row> judged = judged("1|12|7\n2|9|x\n3|9|4");

        assertThat(TableRows.lines(Stage.kept(SurveyAnswer.TABLE, judged), "respondent_id", "question_code"))
                .containsExactlyInAnyOrder("2|NETPRO", "3|NETPRO", "3|Q7ART");
        assertThat(TableRows.lines(
                        Stage.quarantined(SurveyAnswer.TABLE, judged), "record_number", "reason", "received_row"))
                .containsExactlyInAnyOrder(
                        "1|row 1: answer_score: OFF_SCALE; row 2: answer_score: OFF_SCALE|"
                                + "{\"RESPNUM\":\"1\",\"NETPRO\":\"12\",\"Q7ART\":\"7\"}",
                        "2|row 2: answer_score: NUMBER_FORMAT|"
                                + "{\"RESPNUM\":\"2\",\"NETPRO\":\"9\",\"Q7ART\":\"x\"}");
    }

    @Test
    void everyRecordIsCountedOnceWhereItsWorstRowIs() {
        Dataset<Row> counted = Stage.counted(
                SurveyAnswer.TABLE, judged("1|12|7\n2|9|x\n3|9|4\n3|9|4"), LocalDate.of(2024, 5, 2), ZoneOffset.UTC);

        assertThat(TableRows.lines(counted, "outcome_code", "reason_code", "row_count", "record_count"))
                .containsExactlyInAnyOrder(
                        "kept|none|3|1",
                        "duplicate|key: REPEATED|2|1",
                        "quarantined|answer_score: OFF_SCALE|2|1",
                        "quarantined|answer_score: NUMBER_FORMAT|1|1");
    }

    @Test
    void aSourceWhoseRecordsAreRowsMayDeliverTheSameFeed() {
        Received plain =
                source("4|9|5", List.of(), Map.of("question_code", "'Q7ART'", "answer_score", "Q7ART"), "plain");
        Dataset<Row> judged =
                Stage.judged(SurveyAnswer.TABLE, List.of(source("1|10|3", EACH, Map.of(), "wide"), plain));

        assertThat(TableRows.lines(Stage.kept(SurveyAnswer.TABLE, judged), "source_code", "question_code"))
                .containsExactlyInAnyOrder("wide|NETPRO", "wide|Q7ART", "plain|Q7ART");
        assertThat(TableRows.lines(
                        Stage.counted(SurveyAnswer.TABLE, judged, LocalDate.of(2024, 5, 2), ZoneOffset.UTC),
                        "source_code",
                        "row_count",
                        "record_count"))
                .containsExactlyInAnyOrder("wide|2|1", "plain|1|1");
    }

    private static Dataset<Row> judged(String records) {
        return Stage.judged(SurveyAnswer.TABLE, List.of(source(records, EACH, Map.of(), "survey")));
    }

    private static Received source(
            String records, List<Map<String, String>> each, Map<String, String> more, String name) {
        Map<String, String> columns = new java.util.HashMap<>(COLUMNS);
        columns.putAll(more);
        Dataset<Row> rows = Deliveries.landed("2024-05-02", "RESPNUM|NETPRO|Q7ART\n" + records);
        return new Received(name, Load.FULL, rows, columns, each, Deliveries.PLAIN);
    }
}
