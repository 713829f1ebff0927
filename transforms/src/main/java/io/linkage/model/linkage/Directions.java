package io.linkage.model.linkage;

/**
 * Which of two figures goes before the other: each on the other's past beside its own (Granger 1969, Econometrica 37(3)).
 * Success lifts morale too. With unit effects and few periods an outcome's own past is told too low by about
 * (1 + rho) / (periods - 1) (Nickell 1981, Econometrica 49(6)).
 *
 * @param forward from the first to the second
 * @param backward from the second to the first
 */
public record Directions(Link forward, Link backward) {
    /** What was found. */
    public enum Code {
        FORWARD,
        BACKWARD,
        BOTH,
        NEITHER
    }

    public static Directions of(Panel panel, String one, String other, int lag, Effects effects, Caution caution) {
        return new Directions(
                Link.besidePast(panel, one, other, lag, effects, caution),
                Link.besidePast(panel, other, one, lag, effects, caution));
    }

    /** Which of both links is seen. */
    public Code code() {
        boolean there = forward.verdict().code() == Verdict.Code.SEEN;
        boolean back = backward.verdict().code() == Verdict.Code.SEEN;
        return there ? back ? Code.BOTH : Code.FORWARD : back ? Code.BACKWARD : Code.NEITHER;
    }
}
