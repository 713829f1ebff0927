package io.linkage.model.wallet;

import io.linkage.model.wallet.Conformal.Weighted;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A band of 90 % around a wallet, as logarithms of factors, for buyers with spending in the last 365 days and for the others:
 * what the ledger says of them is not equally near.
 *
 * @param recentLow lower end for recent buyers
 * @param recentHigh upper end
 * @param idleLow lower end for the others
 * @param idleHigh upper end
 */
public record Band(double recentLow, double recentHigh, double idleLow, double idleHigh) implements Serializable {
    /** How often the band holds. */
    public static final double RATE = 0.9;

    private static final double TAIL = 0.05;
    /** Errors of one kind of buyers below which all errors serve both; 19 are needed for an end. */
    private static final int LEAST_ERRORS = 40;

    /** An error, the logarithm of reference over forecast, of a buyer. */
    record Error(boolean isRecent, double value, double weight) {}

    /** With 5 % of errors below and 5 % above. */
    static Band ofErrors(List<Error> errors) {
        List<Weighted> recent = of(errors, true);
        List<Weighted> idle = of(errors, false);
        return new Band(
                Conformal.lower(recent, 1 - TAIL),
                Conformal.upper(recent, 1 - TAIL),
                Conformal.lower(idle, 1 - TAIL),
                Conformal.upper(idle, 1 - TAIL));
    }

    /** As far below as above. */
    static Band ofSizes(List<Error> errors) {
        List<Error> sizes = errors.stream()
                .map(error -> new Error(error.isRecent(), Math.abs(error.value()), error.weight()))
                .toList();
        double recent = Conformal.upper(of(sizes, true), RATE);
        double idle = Conformal.upper(of(sizes, false), RATE);
        return new Band(-recent, recent, -idle, idle);
    }

    private static List<Weighted> of(List<Error> errors, boolean isRecent) {
        List<Weighted> all = new ArrayList<>();
        List<Weighted> own = new ArrayList<>();
        for (Error error : errors) {
            Weighted weighted = new Weighted(error.value(), error.weight());
            all.add(weighted);
            if (error.isRecent() == isRecent) {
                own.add(weighted);
            }
        }
        return own.size() < LEAST_ERRORS ? all : own;
    }

    /** Lower end around a wallet; {@code scale} widens the band. */
    double low(Buyer buyer, double wallet, double scale) {
        return wallet * StrictMath.exp(scale * (buyer.isRecent() ? recentLow : idleLow));
    }

    /** Upper end around a wallet. */
    double high(Buyer buyer, double wallet, double scale) {
        return wallet * StrictMath.exp(scale * (buyer.isRecent() ? recentHigh : idleHigh));
    }

    /** Whether enough errors are known for all ends. */
    public boolean isKnown() {
        return Double.isFinite(recentHigh - recentLow) && Double.isFinite(idleHigh - idleLow);
    }

    /** Whether an error lies within. */
    boolean holds(Error error) {
        double low = error.isRecent() ? recentLow : idleLow;
        double high = error.isRecent() ? recentHigh : idleHigh;
        return low <= error.value() && error.value() <= high;
    }
}
