package io.linkage.model.drivers;

/** Whether an attribute has its place among the priorities, or why not. */
public enum Verdict {
    /** Importance, quadrant and slope. */
    SHOWN("Association with the outcome in these respondents; what a change would bring, a trial tells."),
    /** Importance and slope, no quadrant. */
    ALONE("No other attribute was asked with it; a quadrant needs others to compare with."),
    /** The same: a quadrant would tell to raise what goes with less. */
    OPPOSITE("The better it is rated the lower the outcome, others alike; no quadrant tells what to do about that."),
    /** A slope, nothing else. */
    NOT_EXPLAINED("The attributes together forecast the outcome of other respondents no better than its mean does."),
    /** No figure but its performance, as all that follow. */
    TOO_FEW_RESPONDENTS("Too few respondents have both attributes and outcome (models.priorities.least-respondents,"
            + " and 10 for each attribute)."),
    SAME_ANSWER("All respondents gave the same answer; nothing can go with it."),
    SAME_OUTCOME("The outcome is the same for all respondents; nothing can go with it."),
    RARELY_ANSWERED("Fewer than half of the respondents of its surveys answered it.");

    private final String reason;

    Verdict(String reason) {
        this.reason = reason;
    }

    /** The verdict in words. */
    public String reason() {
        return reason;
    }

    /** Whether the outcome per point of the attribute is told. */
    public boolean hasSlope() {
        return hasImportance() || this == NOT_EXPLAINED;
    }

    /** Whether it is compared with others by importance and answers. */
    public boolean isPlaced() {
        return this == SHOWN || this == OPPOSITE;
    }

    /** Whether the part of the outcome's variance is told. */
    public boolean hasImportance() {
        return isPlaced() || this == ALONE;
    }
}
