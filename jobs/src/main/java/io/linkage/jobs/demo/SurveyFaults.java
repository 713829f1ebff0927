package io.linkage.jobs.demo;

import java.util.List;

/** What can be wrong with an answer that the agency delivers as text. */
final class SurveyFaults {
    static final List<Fault> ALL = List.of(
            answer("text in a number", "ten"),
            answer("number with a decimal comma", "7,5"),
            answer("number with an exponent", "1e3"),
            answer("number beyond all bounds", "1e400"),
            answer("no number at all", "NaN"),
            answer("digits of another script", "\u0667"),
            answer("number with a unit", "7 points"),
            Fault.refused("answer off the scale", "answer", "11", "answer_score: OFF_SCALE"),
            Fault.refused("answer off the scale", "answer", "-1", "answer_score: OFF_SCALE"),
            Fault.refused("negative weight", "weight", "-1", "sample_weight: RANGE"),
            Fault.refused("scale without extent", "scale_max", "-1", "answer_score: OFF_SCALE; most_score: SCALE"),
            moment("impossible date", "2026-02-30 10:00:00"),
            moment("date of another order", "14-03-2026 10:00:00"),
            moment("two-digit year", "26-03-14 10:00:00"),
            moment("year of five digits", "20250-03-14 10:00:00"),
            moment("spreadsheet's serial date", "45658"),
            Fault.refused("date before 1900", "answered_at", "1853-01-01 10:00:00", "answered_at: RANGE"),
            Fault.refused("no date", "answered_at", null, "answered_at: MISSING"),
            Fault.refused("row without a key", "question", null, "question_code: MISSING"),
            Fault.refused("word of no list", "instrument", "nps2", "instrument_code: RANGE"),
            Fault.refused("control character", "subject", "a\u0007ll", "CONTROL_CHAR"),
            Fault.contradicted("weight", "2"),
            answer("undeclared word for no value", "N/A"),
            Fault.kept("answer not given", "answer", null),
            Fault.kept("blanks around a value", "weight", " 1 "));

    private SurveyFaults() {}

    private static Fault answer(String kind, String text) {
        return Fault.refused(kind, "answer", text, "answer_score: NUMBER_FORMAT");
    }

    private static Fault moment(String kind, String text) {
        return Fault.refused(kind, "answered_at", text, "answered_at: DATE_FORMAT");
    }
}
