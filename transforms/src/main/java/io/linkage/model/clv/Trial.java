package io.linkage.model.clv;

import java.util.List;

/**
 * How a model that was fitted on an earlier day forecast what then came.
 *
 * @param family the model
 * @param deviance mean Poisson deviance per customer: least, on average, for the forecast that is the true mean, which the
 *     mean absolute error is not where most customers buy nothing
 * @param absoluteError mean absolute error, purchase days per customer
 * @param biasShare forecast over what came, less 1
 * @param deviances of each outcome
 */
record Trial(PurchaseFamily family, double deviance, double absoluteError, double biasShare, double[] deviances) {
    /** Forecasts below this count as this: an impossible purchase must not cost an infinite deviance. */
    private static final double LEAST_FORECAST = 1e-6;

    static Trial of(PurchaseFamily family, PurchaseModel model, Selection selection) {
        List<CountedOutcome> outcomes = selection.outcomes();
        double[] deviances = new double[outcomes.size()];
        double customers = 0;
        double deviance = 0;
        double absolute = 0;
        double forecasts = 0;
        double came = 0;
        for (int i = 0; i < deviances.length; i++) {
            CountedOutcome outcome = outcomes.get(i);
            double forecast = Math.max(LEAST_FORECAST, model.expectedPurchases(outcome.history(), selection.weeks()));
            deviances[i] = deviance(outcome.came(), forecast);
            customers += outcome.count();
            deviance += outcome.count() * deviances[i];
            absolute += outcome.count() * Math.abs(forecast - outcome.came());
            forecasts += outcome.count() * forecast;
            came += (double) outcome.count() * outcome.came();
        }
        return new Trial(family, deviance / customers, absolute / customers, forecasts / came - 1, deviances);
    }

    private static double deviance(double came, double forecast) {
        double log = came == 0 ? 0 : came * Math.log(came / forecast);
        return 2 * (log - (came - forecast));
    }

    /** Whether this one erred by no more than one standard error of the paired difference above another. */
    boolean isAsGoodAs(Trial other, Selection selection) {
        double sum = 0;
        double squares = 0;
        double customers = 0;
        for (int i = 0; i < deviances.length; i++) {
            double difference = deviances[i] - other.deviances[i];
            long count = selection.outcomes().get(i).count();
            sum += count * difference;
            squares += count * difference * difference;
            customers += count;
        }
        double mean = sum / customers;
        double error = Math.sqrt(Math.max(0, squares / customers - mean * mean) / customers);
        return mean <= error;
    }
}
