package io.linkage.model.linkage;

/**
 * Whether a link is seen in the data, and why not.
 *
 * @param code for counting
 * @param reason in words, with the figures it rests on
 */
public record Verdict(Code code, String reason) {
    /** Kinds of verdict. */
    public enum Code {
        /** The link differs from 0 at the 5 % level: an association, not yet a cause. */
        SEEN,
        /** It may be there, but these data do not show it. */
        NOT_SEEN,
        /** Units with too few people to be shown are all there is. */
        GROUPS_TOO_SMALL,
        /** No unit has both figures so many periods apart. */
        NO_OVERLAP,
        /** Changes cannot be seen in one period. */
        ONE_PERIOD,
        /** Too few units, or clusters of them, to tell chance from a link. */
        TOO_FEW_UNITS,
        /** Everybody gave the same answer, or no unit ever changed. */
        SAME_ANSWER,
        /** One unit or cluster has nearly all changes; there are no others to judge it by. */
        FEW_UNITS_DECIDE,
        /** Terms mix with each other, or one figure is made of the other. */
        NOT_SEPARABLE,
        /** A figure changes no more than the chance of few answers lets it. */
        NOT_RELIABLE
    }

    /** Whether there are figures to show. */
    public boolean estimated() {
        return code == Code.SEEN || code == Code.NOT_SEEN;
    }
}
