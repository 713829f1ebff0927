package io.linkage.model.contract;

import java.io.Serializable;

/**
 * How contracts are valued: paid for at the beginning of each period, discounted from the business date on.
 *
 * @param periodMonths months of a period
 * @param horizonMonths months of the future that are valued
 * @param yearlyRate discount rate
 * @param marginShare margin over price
 */
public record ContractTerms(int periodMonths, int horizonMonths, double yearlyRate, double marginShare)
        implements Serializable {
    private static final double MONTHS_OF_YEAR = 12;

    /**
     * What a running contract is expected to bring in.
     *
     * @param amount discounted margin of the renewals within the horizon
     * @param renewals their expected number
     */
    public record Value(double amount, double renewals) implements Serializable {}

    /**
     * Values a running contract. The period it is in has been paid for.
     *
     * @param age periods since its beginning, as a real number
     * @param monthlyPrice in the reporting currency
     */
    public Value value(ContractModel model, double age, double monthlyPrice) {
        long made = (long) Math.floor(age);
        double untilNext = made + 1 - age;
        double horizon = (double) horizonMonths / periodMonths;
        long next = horizon < untilNext ? 0 : 1 + (long) Math.floor(horizon - untilNext);
        double rate = Math.expm1(Math.log1p(yearlyRate) * periodMonths / MONTHS_OF_YEAR);
        double margin = monthlyPrice * periodMonths * marginShare * Math.exp(-untilNext * Math.log1p(rate));
        return new Value(margin * model.renewals(made, next, rate), model.renewals(made, next, 0));
    }
}
