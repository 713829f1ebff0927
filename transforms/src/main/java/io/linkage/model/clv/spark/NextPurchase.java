package io.linkage.model.clv.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.settings.ClvSettings;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What somebody who buys tonight brings in: the margin of that purchase and of those within the horizon after it, discounted,
 * by the champion of the night. Who bought before keeps the rate that their history tells.
 */
public final class NextPurchase implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FittedModel champion;
    private final Forecasts forecasts;

    private NextPurchase(FittedModel champion, Forecasts forecasts) {
        this.champion = champion;
        this.forecasts = forecasts;
    }

    /** By the models of a night; empty where they hold none of purchases. */
    public static Optional<NextPurchase> from(Inputs in, List<Row> models) {
        ClvSettings settings = in.settings(ClvSettings.class);
        Horizon horizon = Horizon.ofYearlyRate(settings.horizonMonths(), settings.yearlyDiscountRate());
        return FittedModel.from(models)
                .map(champion -> new NextPurchase(
                        champion, new Forecasts(champion, horizon, settings.calibrationEnd(in.asOf()))));
    }

    /** Value of a new customer of a group, null for none: E[CLV] at T = 0. */
    public double ofNew(String group, double meanSpend) {
        return worth(group, 0, 0, meanSpend);
    }

    /** The spend of a new customer by the model alone. */
    public double spendOfNew() {
        return champion.model().spend().expectedSpend(0, 0);
    }

    /**
     * Value of a customer who returns: that purchase is one more repeat, at the very end of the history.
     *
     * @param frequency repeat purchase days before
     * @param ageWeeks from the first purchase to tonight
     * @param meanSpend of the repeat days
     */
    public double ofReturned(String group, long frequency, double ageWeeks, double meanSpend) {
        return worth(group, frequency + 1, ageWeeks, champion.model().spend().expectedSpend(frequency, meanSpend));
    }

    private double worth(String group, long frequency, double ageWeeks, double spend) {
        double more = forecasts.of(group, frequency, ageWeeks, ageWeeks).discountedPurchases();
        return (1 + more) * spend * champion.marginShare();
    }
}
