package io.linkage.model.churn;

/**
 * Customers alike in what was forecast of them on a day, and in what they then did window by window.
 *
 * @param chance of leaving in the first window, as published on the day
 * @param reach windows after the day that are over
 * @param windows those that they stayed at risk for, the one in which they left included
 * @param left whether they left, in the last of these
 * @param teaches whether a fit may learn from them; the others test it
 * @param customers how many
 */
public record Course(double chance, int reach, int windows, boolean left, boolean teaches, long customers) {

    /** Whether it is known what they did in so many windows, or that they left before. */
    boolean isWhole(int horizon) {
        return reach >= horizon && (left || windows >= horizon);
    }

    /** Whether they left within so many windows. */
    boolean leftWithin(int horizon) {
        return left && windows <= horizon;
    }
}
