package io.linkage.column;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Answers on scales, and the groups of the Net Promoter Score (Reichheld 2003: 9-10, 7-8, 0-6). */
public final class Answers {
    private static final int LEAST_PROMOTER = 9;
    private static final int LEAST_PASSIVE = 7;

    private Answers() {}

    /** The answer as if the highest of its scale were the best: on a reversed scale it is turned round. */
    public static Column bestHighest(Column answer, Column least, Column most, Column reversed) {
        return when(reversed, least.plus(most).minus(answer)).otherwise(answer);
    }

    /** How far along its scale an answer lies, 0 to 1. */
    public static Column scaleShare(Column answer, Column least, Column most) {
        return answer.minus(least).divide(most.minus(least));
    }

    /** 1 for a promoter, else 0. */
    public static Column promoter(Column isNps, Column answer) {
        return oneWhen(isNps.and(answer.geq(LEAST_PROMOTER)));
    }

    /** 1 for a passive, else 0. */
    public static Column passive(Column isNps, Column answer) {
        return oneWhen(isNps.and(answer.geq(LEAST_PASSIVE)).and(answer.lt(LEAST_PROMOTER)));
    }

    /** 1 for a detractor, else 0. */
    public static Column detractor(Column isNps, Column answer) {
        return oneWhen(isNps.and(answer.lt(LEAST_PASSIVE)));
    }

    /** Promoter, passive or detractor by an answer to the recommendation question; empty where there is none. */
    public static Column npsGroup(Column answer) {
        return when(answer.geq(LEAST_PROMOTER), "promoter")
                .when(answer.geq(LEAST_PASSIVE), "passive")
                .when(answer.isNotNull(), "detractor");
    }

    private static Column oneWhen(Column condition) {
        return when(condition, lit(1L)).otherwise(lit(0L));
    }
}
