package io.linkage.model.clv;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/**
 * How far the future is valued, and at what rate.
 *
 * @param months number of months, at least one
 * @param monthlyRate discount rate per month, such as 0.01
 * @param weeksPerMonth length of a month in weeks, the unit of the purchase models
 */
public record Horizon(int months, double monthlyRate, double weeksPerMonth) implements Serializable {
    private static final double WEEKS_PER_MONTH = 365.25 / 7 / 12;

    public Horizon {
        if (months < 1 || !(monthlyRate >= 0) || !(weeksPerMonth > 0)) {
            throw new IllegalArgumentException("A horizon needs at least one month, a discount rate of 0 or more and a"
                    + " positive length of month, but has " + months + ", " + monthlyRate + " and " + weeksPerMonth
                    + ".");
        }
    }

    /** Months of 365.25/12 days at a yearly rate, such as 0.10, compounded: (1 + d)^(1/12) - 1 per month. */
    public static Horizon ofYearlyRate(int months, double yearlyRate) {
        return new Horizon(months, Math.expm1(Math.log1p(yearlyRate) / 12), WEEKS_PER_MONTH);
    }

    /** Length of the whole horizon in weeks. */
    public double weeks() {
        return months * weeksPerMonth;
    }

    /** What one unit on the last day of a month is worth now. */
    public double discount(int month) {
        return Math.exp(-month * Math.log1p(monthlyRate));
    }

    /** What 1 spread evenly over the horizon is worth today, each month's part taken on its last day. */
    public double meanDiscount() {
        double sum = 0;
        for (int month = 1; month <= months; month++) {
            sum += discount(month);
        }
        return sum / months;
    }

    /**
     * Discounted expected purchases: the increments E[Y(t_m)] - E[Y(t_(m-1))] of each month m, discounted as if they fell on
     * its last day. A finite sum, so it exists for every model, and it errs on the low side by less than one month's rate.
     */
    public double discountedPurchases(PurchaseModel model, History history) {
        return discounted(weeks -> model.expectedPurchases(history, weeks));
    }

    /** The same sum over any expectation that grows with the weeks ahead. */
    public double discounted(DoubleUnaryOperator expected) {
        double sum = 0;
        double before = 0;
        for (int month = 1; month <= months; month++) {
            double until = expected.applyAsDouble(month * weeksPerMonth);
            sum += Math.max(0, until - before) * discount(month);
            before = until;
        }
        return sum;
    }

    /** Continuous discount rate per week that is worth the monthly one. */
    public double weeklyForce() {
        return Math.log1p(monthlyRate) / weeksPerMonth;
    }
}
