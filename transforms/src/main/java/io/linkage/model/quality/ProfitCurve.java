package io.linkage.model.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Beta;

/**
 * Whom a campaign should contact by one model's forecasts, and what each customer then brings. With a share g of leavers kept, a
 * customer who would leave brings g (stake - offer) - contact, another one -(offer + contact). Of cuts through the ranking those
 * on the convex hull can be best; each begins to be so at one g (Verbraken, Verbeke and Baesens 2013, IEEE TKDE 25(5)).
 *
 * @param terms of the campaign
 * @param forecasts lowest forecast that is contacted from the g of the same place on, falling
 * @param shares the g from which so many are contacted, rising
 */
public record ProfitCurve(Retention terms, List<Double> forecasts, List<Double> shares) implements Serializable {
    public ProfitCurve {
        forecasts = List.copyOf(forecasts);
        shares = List.copyOf(shares);
    }

    /** The curve of forecasts in rising order, one row per value. */
    public static ProfitCurve of(List<Counted> rows, Retention terms) {
        List<Cut> hull = new ArrayList<>();
        Cut cut = new Cut(Double.POSITIVE_INFINITY, 0, 0);
        hull.add(cut);
        for (int place = rows.size() - 1; place >= 0; place--) {
            cut = cut.with(rows.get(place), terms);
            while (hull.size() > 1 && below(hull.get(hull.size() - 2), hull.get(hull.size() - 1), cut)) {
                hull.remove(hull.size() - 1);
            }
            hull.add(cut);
        }
        List<Double> forecasts = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int place = 1; place < hull.size(); place++) {
            Cut last = hull.get(place - 1);
            Cut next = hull.get(place);
            double share = next.gain > last.gain ? (next.cost - last.cost) / (next.gain - last.gain) : 1;
            if (share < 1) {
                forecasts.add(next.forecast);
                shares.add(Math.max(0, share));
            }
        }
        return new ProfitCurve(terms, forecasts, shares);
    }

    /** Whether a cut lies on or below the line from the one before to the one after. */
    private static boolean below(Cut before, Cut cut, Cut after) {
        return (cut.gain - before.gain) * (after.cost - cut.cost) <= (after.gain - cut.gain) * (cut.cost - before.cost);
    }

    /** The weight of a forecast where g is what it is on average. */
    public Weight atMean(double forecast) {
        return from(forecast) <= terms.kept() ? new Weight(1, terms.kept()) : Weight.NONE;
    }

    /** The weight of a forecast over the distribution of g, the best cut being known for each. */
    public Weight expected(double forecast) {
        double from = from(forecast);
        if (from >= 1) {
            return Weight.NONE;
        }
        double contacted = 1 - Beta.regularizedBeta(from, terms.alpha(), terms.beta());
        double kept = terms.kept() * (1 - Beta.regularizedBeta(from, terms.alpha() + 1, terms.beta()));
        return new Weight(contacted, kept);
    }

    /** What one customer brings, in money. */
    public double gain(Weight weight, boolean left, double stake) {
        return left
                ? weight.kept * (stake - terms.offer()) - weight.contacted * terms.contact()
                : -weight.contacted * (terms.offer() + terms.contact());
    }

    /** The g from which a forecast is contacted; 1 where it never is. */
    private double from(double forecast) {
        for (int place = 0; place < forecasts.size(); place++) {
            if (forecast >= forecasts.get(place)) {
                return shares.get(place);
            }
        }
        return 1;
    }

    /**
     * How a customer enters a profit.
     *
     * @param contacted chance of being contacted
     * @param kept chance of being contacted and, if a leaver, kept
     */
    public record Weight(double contacted, double kept) {
        static final Weight NONE = new Weight(0, 0);
    }

    /** All with a forecast from here on: what is at stake among them less their offers, and what the others cost. */
    private record Cut(double forecast, double gain, double cost) {
        Cut with(Counted row, Retention terms) {
            double stayed = row.examples() - row.events();
            return new Cut(
                    row.value(),
                    gain + row.stake() - terms.offer() * row.events(),
                    cost + terms.contact() * row.events() + (terms.offer() + terms.contact()) * stayed);
        }
    }
}
