package io.linkage.table.staging;

import io.linkage.contract.Field;
import io.linkage.contract.TableBuilder;

/** What every answer on a scale promises, whoever was asked. */
final class Scale {
    private Scale() {}

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
