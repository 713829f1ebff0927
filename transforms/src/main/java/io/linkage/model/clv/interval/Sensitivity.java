package io.linkage.model.clv.interval;

import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.History;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SpendModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a customer's expected value moves when the parameters move by one standard deviation along each principal
 * direction: half the way from one side to the other. These add up over customers, as all share the parameters.
 */
final class Sensitivity implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PARTS = 4;

    private final ClvModel model;
    private final Months months;
    private final List<PurchaseModel> purchases;
    private final List<SpendModel> spends;
    private transient volatile Grid<double[]> grid;

    Sensitivity(ClvModel model, Parameters<PurchaseModel> purchases, Parameters<SpendModel> spend, Months months) {
        this.model = model;
        this.months = months;
        this.purchases = bothSides(purchases);
        this.spends = bothSides(spend);
    }

    private static <M> List<M> bothSides(Parameters<M> parameters) {
        List<M> sides = new ArrayList<>();
        for (int direction = 0; direction < parameters.size(); direction++) {
            sides.add(parameters.along(direction, 1));
            sides.add(parameters.along(direction, -1));
        }
        return sides;
    }

    /** How many directions there are. */
    int size() {
        return (purchases.size() + spends.size()) / 2;
    }

    /**
     * By how much the value moves in each direction, those of purchases first.
     *
     * @param value the expected value at the estimates
     */
    double[] of(History history, double meanSpend, double value) {
        double[] moves = new double[size()];
        Grid.Blend<double[]> days = grid().around(history.frequency(), history.age());
        int last = purchases.size();
        double atEstimate = model.purchases().probabilityAlive(history) * days.of(node -> node[last]);
        for (int side = 0; side < last; side += 2) {
            moves[side / 2] = atEstimate > 0
                    ? value * (buying(history, days, side) - buying(history, days, side + 1)) / (2 * atEstimate)
                    : 0;
        }
        for (int side = 0; side < spends.size(); side += 2) {
            double spend = model.spend().expectedSpend(history.frequency(), meanSpend);
            double up = expected(spends.get(side), history, meanSpend, spend);
            double down = expected(spends.get(side + 1), history, meanSpend, spend);
            moves[(last + side) / 2] = value * (up - down) / (2 * spend);
        }
        return moves;
    }

    private double buying(History history, Grid.Blend<double[]> days, int side) {
        return purchases.get(side).probabilityAlive(history) * days.of(node -> node[side]);
    }

    /** A side on which spend has no mean is left out of account. */
    private static double expected(SpendModel side, History history, double meanSpend, double atEstimate) {
        boolean known = !(side instanceof GammaGamma gammaGamma) || gammaGamma.hasMean();
        return known ? side.expectedSpend(history.frequency(), meanSpend) : atEstimate;
    }

    /**
     * Purchase days of a customer who still buys, on each side and last at the estimates. They are not discounted: what
     * counts is their ratio, and the discount takes nearly the same part of each.
     */
    private double[] node(long frequency, double age) {
        double[] days = new double[purchases.size() + 1];
        for (int side = 0; side < days.length; side++) {
            PurchaseModel of = side < purchases.size() ? purchases.get(side) : model.purchases();
            days[side] = of.purchasesIfAlive(frequency, age, months.weeks());
        }
        return days;
    }

    private Grid<double[]> grid() {
        if (grid == null) {
            synchronized (this) {
                if (grid == null) {
                    grid = new Grid<>(model.purchases().parameters().get("alpha"), PARTS, this::node);
                }
            }
        }
        return grid;
    }
}
