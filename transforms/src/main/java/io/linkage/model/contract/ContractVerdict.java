package io.linkage.model.contract;

/**
 * Whether the contracts carry a model, and why not.
 *
 * @param code for counting and for the run record
 * @param reason in words, with the figures it rests on
 */
public record ContractVerdict(Code code, String reason) {
    /** Kinds of verdict. */
    public enum Code {
        /** Contracts differ in how likely they are renewed. */
        IDENTIFIED,
        /** They cannot be told apart: one retention for all. */
        DIFFERENCES_NOT_IDENTIFIED,
        /** Not enough contracts have ended. */
        TOO_FEW_ENDS,
        /** There are none. */
        NO_CONTRACTS
    }
}
