package io.linkage.jobs.demo;

import io.linkage.model.clv.ClvModel;
import io.linkage.model.clv.Fit;
import io.linkage.model.clv.GammaGamma;
import io.linkage.model.clv.MbgNbd;
import io.linkage.model.clv.PurchaseFits;
import io.linkage.model.clv.PurchaseModel;
import io.linkage.model.clv.SpendModel;
import io.linkage.model.clv.interval.Interval;
import io.linkage.model.clv.interval.Months;
import io.linkage.model.clv.interval.Parameters;
import io.linkage.model.clv.interval.Spread;
import io.linkage.model.clv.interval.ValueForecast;
import io.linkage.model.random.Draws;

/** How often the intervals of generated companies hold what then happened. */
final class IntervalCoverage {
    private static final int CUSTOMERS = 4_000;
    private static final int DAYS = 1_095;

    private long customers;
    private long inside;
    private long insideAtRandom;
    private int totalsInside;

    /** Fits and forecasts one company after another. */
    static IntervalCoverage ofSeeds(int seeds) {
        IntervalCoverage coverage = new IntervalCoverage();
        for (long seed = 1; seed <= seeds; seed++) {
            PlantedCompany company = PlantedCompany.of(CUSTOMERS, DAYS, seed);
            Fit<MbgNbd> purchases = PurchaseFits.mbgNbd(company.histories());
            Fit<GammaGamma> spend = GammaGamma.fit(company.spends());
            ClvModel model = new ClvModel(purchases.model(), spend.model(), true);
            coverage.look(company, model, forecast(model, purchases, spend), Draws.of(seed, "coverage"));
        }
        return coverage;
    }

    /** Share of customers within both ends of their interval: above 90 %, as no end can divide a chance of nothing at all. */
    double share() {
        return (double) inside / customers;
    }

    /**
     * The same with values that have a chance of their own, above all 0, placed at random within it: 90 % where the
     * distribution is right (Smith 1985; Czado, Gneiting and Held 2009, Biometrics 65(4)).
     */
    double shareAtRandom() {
        return (double) insideAtRandom / customers;
    }

    int totalsInside() {
        return totalsInside;
    }

    private void look(PlantedCompany company, ClvModel model, ValueForecast forecast, Draws draws) {
        double total = 0;
        double chance = 0;
        double[] moves = new double[forecast.directions()];
        for (PlantedCompany.Customer customer : company.customers()) {
            double value = model.value(customer.history(), customer.meanSpend(), PlantedCompany.HORIZON, 1);
            Spread spread = forecast.spread(customer.history(), customer.meanSpend(), value);
            total += value;
            chance += spread.chance();
            for (int i = 0; i < moves.length; i++) {
                moves[i] += spread.moves()[i];
            }
            count(customer, forecast, draws);
        }
        Interval interval = new Spread(chance, moves).around(total);
        boolean held = interval.low() <= company.came() && company.came() <= interval.high();
        totalsInside += held ? 1 : 0;
    }

    private void count(PlantedCompany.Customer customer, ValueForecast forecast, Draws draws) {
        customers++;
        Interval interval = forecast.interval(customer.history(), customer.meanSpend());
        inside += interval.low() <= customer.came() && customer.came() <= interval.high() ? 1 : 0;
        double upTo = forecast.atMost(customer.history(), customer.meanSpend(), customer.came());
        double below = customer.came() > 0 ? upTo : 0;
        double place = below + draws.uniform() * (upTo - below);
        insideAtRandom += .05 <= place && place <= .95 ? 1 : 0;
    }

    private static ValueForecast forecast(ClvModel model, Fit<MbgNbd> purchases, Fit<GammaGamma> spend) {
        Parameters<PurchaseModel> how = Parameters.of(
                by -> new MbgNbd(by.get("r"), by.get("alpha"), by.get("a"), by.get("b")),
                purchases.estimates(),
                purchases.correlations());
        Parameters<SpendModel> much = Parameters.of(
                by -> new GammaGamma(by.get("p"), by.get("q"), by.get("gamma")),
                spend.estimates(),
                spend.correlations());
        return new ValueForecast(model, how, much, Months.of(PlantedCompany.HORIZON), 1);
    }
}
