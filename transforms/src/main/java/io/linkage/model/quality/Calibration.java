package io.linkage.model.quality;

import java.util.List;

/**
 * Whether of those with a forecast of p a share of p left. Brier score (Brier 1950), log-loss, and the expected calibration
 * error over ten bins of equal width (Naeini, Cooper and Hauskrecht 2015).
 */
public final class Calibration {
    private static final int BINS = 10;
    /** A forecast of 0 or 1 that fails would cost without end; published forecasts keep this distance. */
    private static final double LEAST = 1e-4;

    private Calibration() {}

    /** Mean squared distance between forecast and outcome. */
    public static Metric brier(List<Counted> rows) {
        return loss("brier", rows, forecast -> forecast * forecast, forecast -> (1 - forecast) * (1 - forecast));
    }

    /** Mean of minus the logarithm of what was forecast for the outcome. */
    public static Metric logLoss(List<Counted> rows) {
        return loss(
                "log-loss", rows, forecast -> -Math.log(1 - inside(forecast)), forecast -> -Math.log(inside(forecast)));
    }

    /**
     * Mean distance between forecast and outcome of ten bins, weighted by their examples. The error takes each bin's share
     * as binomial and the bins as independent; it leans upward on few examples, as every gap counts as positive.
     */
    public static Metric error(List<Counted> rows) {
        double[] forecast = new double[BINS];
        long[] examples = new long[BINS];
        long[] events = new long[BINS];
        for (Counted row : rows) {
            int bin = Math.min(BINS - 1, (int) (row.value() * BINS));
            forecast[bin] += row.value() * row.examples();
            examples[bin] += row.examples();
            events[bin] += row.events();
        }
        double all = Counted.examples(rows);
        double error = 0;
        double variance = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (examples[bin] > 0) {
                double share = (double) events[bin] / examples[bin];
                error += Math.abs(forecast[bin] - events[bin]) / all;
                variance += examples[bin] * share * (1 - share) / (all * all);
            }
        }
        return Metric.normal("ece", error, Math.sqrt(variance), 0, 1);
    }

    private static Metric loss(
            String code,
            List<Counted> rows,
            java.util.function.DoubleUnaryOperator stayed,
            java.util.function.DoubleUnaryOperator left) {
        double sum = 0;
        double squares = 0;
        for (Counted row : rows) {
            double ofStaying = stayed.applyAsDouble(row.value());
            double ofLeaving = left.applyAsDouble(row.value());
            long others = row.examples() - row.events();
            sum += ofStaying * others + ofLeaving * row.events();
            squares += ofStaying * ofStaying * others + ofLeaving * ofLeaving * row.events();
        }
        return Metric.mean(code, sum, squares, Counted.examples(rows));
    }

    private static double inside(double forecast) {
        return Math.min(1 - LEAST, Math.max(LEAST, forecast));
    }
}
