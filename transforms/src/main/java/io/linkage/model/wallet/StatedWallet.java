package io.linkage.model.wallet;

/**
 * Wallet of a customer who was asked. There are two witnesses: what the customer says to spend, and the ledger's spending over
 * the stated share. Which of them errs is not known, so the wallet is their geometric mean, and the band reaches as far as
 * half of what they differ by in 90 % of the customers who gave both: it holds at that rate if the one is right, and if the other
 * is. A single witness has twice that band: within it the other one would have been.
 */
public final class StatedWallet {
    private static final double ONE_WITNESS = 2;

    private StatedWallet() {}

    /** Half of what the witnesses differ by, as a logarithm; NaN where one of them is missing. */
    static double halfApart(Respondent respondent) {
        return respondent.amount() > 0 ? StrictMath.log(respondent.amount() / respondent.byLedger()) / 2 : Double.NaN;
    }

    /**
     * The wallet.
     *
     * @param share stated; NaN where none was
     * @param amount stated; NaN where none was
     * @param band of half differences
     */
    public static Wallet of(Buyer buyer, double share, double amount, Band band) {
        double own = buyer.ownSpend();
        double byLedger = own > 0 && share >= 0 ? own / Respondent.heldShare(share) : Double.NaN;
        boolean isBoth = amount > 0 && byLedger > 0;
        double one = amount > 0 ? amount : byLedger;
        double wallet = isBoth ? Math.sqrt(amount * byLedger) : one;
        double scale = isBoth ? 1 : ONE_WITNESS;
        double held = share >= 0 ? share : own > 0 ? Math.min(1, own / wallet) : Double.NaN;
        return new Wallet(held, wallet, band.low(buyer, wallet, scale), band.high(buyer, wallet, scale), Double.NaN);
    }
}
