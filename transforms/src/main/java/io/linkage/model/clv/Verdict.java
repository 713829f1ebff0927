package io.linkage.model.clv;

import java.io.Serializable;

/**
 * Whether the data carry a model, and why not.
 *
 * @param code for counting and for the run record
 * @param reason in words, with the figures it rests on
 */
public record Verdict(Code code, String reason) implements Serializable {
    /** Kinds of verdict. */
    public enum Code {
        /** The model may be published. */
        IDENTIFIED,
        /** Dropout cannot be told from slow buying: NBD forecasts, no probability alive. */
        DROPOUT_NOT_IDENTIFIED,
        /** Not enough customers bought again. */
        TOO_FEW_REPEATERS,
        /** Spend does not tell customers apart, or has no mean: the pooled mean is used. */
        SPEND_NOT_IDENTIFIED,
        /** Not every month of the year has been seen: the season is known in part. */
        SEASON_NOT_IDENTIFIED
    }

    /** Whether the model may be published. */
    public boolean identified() {
        return code == Code.IDENTIFIED;
    }

    /** The same with more to say. */
    Verdict and(String more) {
        return new Verdict(code, reason + more);
    }
}
