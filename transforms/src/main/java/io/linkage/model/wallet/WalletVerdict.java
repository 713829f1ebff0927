package io.linkage.model.wallet;

/**
 * Whether wallets of those who were not asked can be modelled, and why not.
 *
 * @param code for counting
 * @param reason in words, with the figures it rests on
 */
public record WalletVerdict(Code code, String reason) {
    /** Kinds of verdict. */
    public enum Code {
        /** The model scores. */
        FITTED,
        /** No buyer stated a share in the last 365 days. */
        NOBODY_ASKED,
        /** Too few did to learn from. */
        TOO_FEW_ANSWERS,
        /** Too few buy elsewhere to learn how much. */
        TOO_FEW_ELSEWHERE,
        /** Left-out customers are told better by the share of their segment. */
        NOT_BETTER_THAN_SEGMENT
    }

    /** Whether the model may score. */
    public boolean isFitted() {
        return code == Code.FITTED;
    }
}
