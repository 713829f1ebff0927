package io.linkage.model.clv.interval;

import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.History;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SpendModel;
import java.io.Serializable;

/**
 * How a customer's value within the horizon is distributed: left already or not, own rate, purchases, dropout and spend by
 * chance, parameters as far as the data leave them open. Given frequency and age the draws of one grid node serve all
 * customers alike, for spend only scales them; recency decides through the chance of being alive.
 */
public final class ValueForecast implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PARTS = 4;

    private final Parameters<PurchaseModel> purchases;
    private final Parameters<SpendModel> spend;
    private final Months months;
    private final double marginShare;
    private final ClvModel model;
    private final Sensitivity sensitivity;
    private transient volatile Grid<Prospect> grid;

    /**
     * A forecast.
     *
     * @param model the champion, with the estimates as parameters
     * @param marginShare margin over sales, that of returns taken off
     */
    public ValueForecast(
            ClvModel model,
            Parameters<PurchaseModel> purchases,
            Parameters<SpendModel> spend,
            Months months,
            double marginShare) {
        this.model = model;
        this.purchases = purchases;
        this.spend = spend;
        this.months = months;
        this.marginShare = marginShare;
        this.sensitivity = new Sensitivity(model, purchases, spend, months);
    }

    /** The 90 % interval of the value; both ends 0 where the customer has left with a chance of 95 % or more. */
    public Interval interval(History history, double meanSpend) {
        Grid.Blend<Prospect> prospects = prospects(history);
        double alive = model.purchases().probabilityAlive(history);
        double unit = unit(history, meanSpend);
        double one = unit * quantile(prospects, alive, Interval.LOW);
        double other = unit * quantile(prospects, alive, Interval.HIGH);
        return new Interval(Math.min(one, other), Math.max(one, other));
    }

    /** Chance that the value is at most this, for a margin share above 0. */
    public double atMost(History history, double meanSpend, double value) {
        if (value < 0) {
            return 0;
        }
        double alive = model.purchases().probabilityAlive(history);
        return 1 - alive + alive * share(prospects(history), value / unit(history, meanSpend));
    }

    /**
     * What this customer adds to the spread of a total.
     *
     * @param value the expected value at the estimates
     */
    public Spread spread(History history, double meanSpend, double value) {
        return new Spread(variance(history, meanSpend), sensitivity.of(history, meanSpend, value));
    }

    /** In how many directions the parameters may move. */
    public int directions() {
        return sensitivity.size();
    }

    private double variance(History history, double meanSpend) {
        Grid.Blend<Prospect> prospects = prospects(history);
        double alive = model.purchases().probabilityAlive(history);
        double mean = alive * prospects.of(Prospect::mean);
        double unit = unit(history, meanSpend);
        return unit * unit * Math.max(0, alive * prospects.of(Prospect::square) - mean * mean);
    }

    private Grid.Blend<Prospect> prospects(History history) {
        return grid().around(history.frequency(), history.age());
    }

    private double unit(History history, double meanSpend) {
        return marginShare * Spender.scale(model.spend(), history.frequency(), meanSpend);
    }

    /** Of all, those who have left bring nothing; the rest of the level falls to those who still buy. */
    private static double quantile(Grid.Blend<Prospect> prospects, double alive, double level) {
        double left = 1 - alive;
        return level <= left ? 0 : prospects.of(prospect -> prospect.quantile((level - left) / alive));
    }

    private static double share(Grid.Blend<Prospect> prospects, double worth) {
        double low = 0;
        double high = 1;
        while (high - low > 1.0 / (4 * Futures.DRAWS)) {
            double level = (low + high) / 2;
            if (prospects.of(prospect -> prospect.quantile(level)) <= worth) {
                low = level;
            } else {
                high = level;
            }
        }
        return low;
    }

    /** Made where it is used: only what it is made from travels. */
    private Grid<Prospect> grid() {
        if (grid == null) {
            synchronized (this) {
                if (grid == null) {
                    Futures futures = new Futures(purchases, spend, months);
                    grid = new Grid<>(
                            model.purchases().parameters().get("alpha"),
                            PARTS,
                            (frequency, age) -> Prospect.of(futures.of(frequency, age)));
                }
            }
        }
        return grid;
    }
}
