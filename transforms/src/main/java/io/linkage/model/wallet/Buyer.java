package io.linkage.model.wallet;

import java.io.Serializable;

/**
 * What is known of a buyer without asking; money in the reporting currency.
 *
 * @param segment the company's own segment
 * @param channel through which the buyer came
 * @param recentSpend sales less returns of the last 365 days
 * @param totalSpend sales less returns so far
 * @param years since the first purchase
 * @param purchaseDays days with a purchase
 */
public record Buyer(
        String segment, String channel, double recentSpend, double totalSpend, double years, long purchaseDays)
        implements Serializable {
    /** A first purchase lately says little of a year. */
    private static final double LEAST_YEARS = 0.5;

    /** Whether the ledger has net revenue of the last 365 days. */
    public boolean isRecent() {
        return recentSpend > 0;
    }

    /** Spending with us so far, per year. */
    public double yearlySpend() {
        return totalSpend / Math.max(LEAST_YEARS, years);
    }

    /** Spending with us in a year by the ledger: that of the last 365 days, else that of a year so far; may be 0 or less. */
    public double ownSpend() {
        return isRecent() ? recentSpend : yearlySpend();
    }
}
