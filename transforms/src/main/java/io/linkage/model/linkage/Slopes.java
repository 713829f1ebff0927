package io.linkage.model.linkage;

/**
 * The slopes of a chain from engagement by experience to leaving and spend, as one sample of units gives them.
 *
 * @param experience points of NPS per point of engagement
 * @param leaving share who leave per point of NPS, free of the chance of few answers
 * @param spend margin of those who stay per point of NPS, likewise
 * @param leavingOfEngagement share who leave per point of engagement, whichever way it takes
 * @param spendOfEngagement margin of those who stay per point of engagement, whichever way it takes
 * @param reliability part of experience's changes that is more than the chance of few answers
 */
record Slopes(
        double experience,
        double leaving,
        double spend,
        double leavingOfEngagement,
        double spendOfEngagement,
        double reliability) {

    /** Share who leave per point of engagement through experience. */
    double leavingThrough() {
        return experience * leaving;
    }

    /** Margin of those who stay per point of engagement through experience. */
    double spendThrough() {
        return experience * spend;
    }
}
