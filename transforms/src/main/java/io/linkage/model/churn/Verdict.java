package io.linkage.model.churn;

/**
 * Whether a churn model may score, and why not.
 *
 * @param code for counting
 * @param reason in words, with the figures it rests on
 */
public record Verdict(Code code, String reason) {
    /** Kinds of verdict. */
    public enum Code {
        /** The model scores. */
        FITTED,
        /** No customer was at risk on a day whose window is over. */
        NOBODY_AT_RISK,
        /** All who were at risk stayed. */
        NOBODY_LEFT,
        /** All who were at risk left: rather an end of the data than of the customers. */
        EVERYBODY_LEFT,
        /** No customer had lapsed, or was a prospect, on a day whose window is over. */
        NOBODY_TO_WIN,
        /** None of those who could be won bought. */
        NOBODY_BOUGHT,
        /** All of those who could be won bought. */
        EVERYBODY_BOUGHT,
        /** Too few left, or too few stayed, to learn from. */
        TOO_FEW_EVENTS,
        /** No feature tells customers apart. */
        NO_FEATURES,
        /** On the rows that test it too few left, or too few stayed. */
        UNTESTED,
        /** Too few days one after another to tell in which window a customer leaves. */
        TOO_FEW_WINDOWS,
        /** No finite parameters fit best. */
        NO_UNIQUE_FIT,
        /** On the rows that test it the model tells no more than the base rate. */
        NOT_BETTER_THAN_BASE_RATE
    }

    /** The same with more words. */
    public Verdict with(String words) {
        return new Verdict(code, reason + words);
    }

    /** Whether the model may score. */
    public boolean fitted() {
        return code == Code.FITTED;
    }
}
