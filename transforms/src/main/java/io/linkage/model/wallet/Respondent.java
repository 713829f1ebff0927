package io.linkage.model.wallet;

import io.linkage.model.random.Draws;

/**
 * A buyer who was asked; NaN where nothing was answered.
 *
 * @param key of the customer
 * @param buyer what is known without asking
 * @param share of the category that goes to us, as stated
 * @param amount that the buyer says to spend in the category in a year
 * @param equalShare one part in as many brands as used
 * @param allocatedShare by the Wallet Allocation Rule
 * @param weight in the sample
 */
public record Respondent(
        long key, Buyer buyer, double share, double amount, double equalShare, double allocatedShare, double weight) {
    /** A share below this would make any wallet out of one purchase. */
    public static final double LEAST_SHARE = 0.01;

    private static final long SEED = 2007;

    /** The share within {@link #LEAST_SHARE} and 1; NaN where none was stated. */
    double heldShare() {
        return heldShare(share);
    }

    /** A stated share within {@link #LEAST_SHARE} and 1. */
    static double heldShare(double stated) {
        return Math.min(1, Math.max(LEAST_SHARE, stated));
    }

    /** Whether the buyer spends elsewhere. */
    boolean buysElsewhere() {
        return share < 1;
    }

    /** Wallet by ledger and share; NaN where one of them is not known. */
    double byLedger() {
        double own = buyer.ownSpend();
        return own > 0 ? own / heldShare() : Double.NaN;
    }

    /** What forecasts are held against: the wallet as stated, else by ledger and share; NaN where there is neither. */
    double reference() {
        return amount > 0 ? amount : byLedger();
    }

    /** Whether model and tests can use the answer. */
    boolean isComplete() {
        return reference() > 0 && share >= 0 && weight > 0;
    }

    /** Which of so many parts leaves the respondent out: by the customer, not by the order of rows. */
    int fold(int folds) {
        return Draws.of(SEED, "wallet-fold", key).below(folds);
    }
}
