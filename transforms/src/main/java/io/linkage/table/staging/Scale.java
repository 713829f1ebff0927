package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.TableBuilder;

/** What every answer on a scale promises, whoever was asked. */
final class Scale {
    private Scale() {}

    /** Codes that the company declares for its source or for one question. */
    static Field noAnswerCodes(TableBuilder table) {
        return table.optional(
                "no_answer_codes",
                Domain.TEXT,
                INTERNAL,
                "Codes in place of an answer that mean none was given, each with its meaning: 8 = does-not-apply, 9 ="
                        + " does-not-know");
    }

    /** What the code that was given means. */
    static Field noAnswerReason(TableBuilder table, Field answer) {
        return table.derivedOptional(
                "no_answer_reason_code",
                Domain.CODE,
                answer.privacy(),
                "Why there is no answer, by the code that was given; empty where one was given, or nothing at all");
    }

    /** An answer lies on its scale, and the scale ends above its beginning. */
    static TableBuilder rules(TableBuilder table, Field answer, Field least, Field most) {
        return table.rule(
                        "answer_score: OFF_SCALE",
                        "an answer lies on its scale",
                        answer.col().lt(least.col()).or(answer.col().gt(most.col())))
                .rule(
                        "most_score: SCALE",
                        "a scale ends above its beginning",
                        most.col().leq(least.col()));
    }
}
