package io.linkage.model.wallet;

/**
 * What a customer spends in the category in a year, with all brands; NaN where something is not known.
 *
 * @param share of it that goes to us
 * @param amount the wallet
 * @param low lower end of the 90 % band
 * @param high upper end
 * @param elsewhere chance that the customer buys elsewhere at all
 */
public record Wallet(double share, double amount, double low, double high, double elsewhere) {
    /** Nothing is known. */
    public static final Wallet UNKNOWN = new Wallet(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
