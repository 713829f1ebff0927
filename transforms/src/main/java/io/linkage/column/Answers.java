package io.linkage.column;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Answers on scales, and the groups of the Net Promoter Score (Reichheld 2003: 9-10, 7-8, 0-6). */
public final class Answers {
    private static final int LEAST_PROMOTER = 9;
    private static final int LEAST_PASSIVE = 7;
    private static final double TOP_OF_SCALE = 0.75;
    private static final int MOST_NPS_SCORE = 10;

    private Answers() {}

    /** The answer as if the highest of its scale were the best: on a reversed scale it is turned round. */
    public static Column bestHighest(Column answer, Column least, Column most, Column reversed) {
        return when(reversed, least.plus(most).minus(answer)).otherwise(answer);
    }

    /** How far along its scale an answer lies, 0 to 1. */
    public static Column scaleShare(Column answer, Column least, Column most) {
        return answer.minus(least).divide(most.minus(least));
    }

    /** Whether an answer lies in the top quarter of its scale, given how far along it lies. */
    public static Column isTop(Column share) {
        return share.geq(TOP_OF_SCALE);
    }

    /** What one answer adds to its metric: -1, 0 or 1 for nps, 0 or 1 for csat, its share of the scale for others. */
    public static Column metric(Column isNps, Column isCsat, Column promoters, Column detractors, Column share) {
        return when(isNps, promoters.minus(detractors).cast("double"))
                .when(isCsat, when(isTop(share), 1.0).otherwise(0.0))
                .otherwise(share);
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

    /** The answer to the recommendation question, 10 the best whichever way it was asked, by its share of the scale. */
    public static Column npsScore(Column share) {
        return share.multiply(MOST_NPS_SCORE);
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
