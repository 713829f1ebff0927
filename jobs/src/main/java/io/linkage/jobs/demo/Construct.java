package io.linkage.jobs.demo;

import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What a question to employees measures, and how much lower it is felt than engagement.
 *
 * @param code construct
 * @param lower points on the scale of 1 to 5
 */
record Construct(String code, double lower) {
    /** Felt below this, the answer is 1 or 2: the employee disagrees. */
    private static final double MIDDLE = 2.5;

    private static final NormalDistribution NORMAL = new NormalDistribution();
    /** Of one employee about another, within a unit. */
    private static final double WITHIN = StrictMath.hypot(Engagement.PERSON_DEVIATION, Engagement.ANSWER_DEVIATION);

    /** As engaged as the employee is. */
    static Construct engaged(String code) {
        return new Construct(code, 0);
    }

    /** Lower, so that of all employees of all units this share disagrees. */
    static Construct leaking(String code, double disagree) {
        double spread = StrictMath.hypot(WITHIN, Staff.ENGAGEMENT_DEVIATION);
        return new Construct(
                code, Staff.ENGAGEMENT_MEAN - MIDDLE + spread * NORMAL.inverseCumulativeProbability(disagree));
    }

    /** Of each unit the share that disagrees at a wave, before chance decides who answers what. */
    Map<String, Double> disagreeing(Staff staff, int wave) {
        Map<String, Double> shares = new TreeMap<>();
        for (Staff.Unit unit : staff.units()) {
            double felt = staff.engagement(unit.index(), wave) - lower;
            shares.put(unit.number(), Math.round(1e4 * NORMAL.cumulativeProbability((MIDDLE - felt) / WITHIN)) / 1e4);
        }
        return shares;
    }
}
