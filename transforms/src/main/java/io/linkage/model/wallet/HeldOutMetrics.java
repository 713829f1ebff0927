package io.linkage.model.wallet;

import io.linkage.model.experience.Figure;
import io.linkage.model.quality.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How near forecasts of wallets came to what was stated; intervals are of 95 %. */
public final class HeldOutMetrics {
    private static final int LEAST = 10;

    private HeldOutMetrics() {}

    /**
     * Mean absolute error in money, rank correlation, and the ratio of the weighted totals; none below ten respondents of whom
     * something is said.
     */
    public static List<Metric> of(List<HeldOut> heldOut, ToDoubleFunction<HeldOut> forecast) {
        List<HeldOut> told = told(heldOut, forecast);
        if (told.size() < LEAST) {
            return List.of();
        }
        double sum = 0;
        double squares = 0;
        double[] forecasts = new double[told.size()];
        double[] references = new double[told.size()];
        for (int row = 0; row < forecasts.length; row++) {
            forecasts[row] = forecast.applyAsDouble(told.get(row));
            references[row] = told.get(row).respondent().reference();
            double miss = Math.abs(forecasts[row] - references[row]);
            sum += miss;
            squares += miss * miss;
        }
        return List.of(
                Metric.mean("mae", sum, squares, forecasts.length),
                correlation(ranks(forecasts), ranks(references)),
                ratio(told, forecasts, references));
    }

    private static List<HeldOut> told(List<HeldOut> heldOut, ToDoubleFunction<HeldOut> forecast) {
        return heldOut.stream().filter(one -> forecast.applyAsDouble(one) > 0).toList();
    }

    /** Spearman's, with the standard error of Bonett and Wright (2000, Psychometrika 65(1)) on Fisher's scale. */
    private static Metric correlation(double[] one, double[] other) {
        double mean = (one.length + 1) / 2.0;
        double both = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int row = 0; row < one.length; row++) {
            both += (one[row] - mean) * (other[row] - mean);
            ofOne += (one[row] - mean) * (one[row] - mean);
            ofOther += (other[row] - mean) * (other[row] - mean);
        }
        double rho = both / Math.sqrt(ofOne * ofOther);
        double error = Math.sqrt((1 + rho * rho / 2) / (one.length - 3));
        double fisher = StrictMath.log((1 + rho) / (1 - rho)) / 2;
        return new Metric(
                "rank-correlation",
                rho,
                error * (1 - rho * rho),
                StrictMath.tanh(fisher - Figure.Z * error),
                StrictMath.tanh(fisher + Figure.Z * error));
    }

    /** Mean ranks where values tie. */
    static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, place -> place);
        Arrays.sort(order, (one, other) -> Double.compare(values[one], values[other]));
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int place = from; place <= to; place++) {
                ranks[order[place]] = (from + to) / 2.0 + 1;
            }
            from = to + 1;
        }
        return ranks;
    }

    /** Forecast over stated total, with the linearised error of a ratio of weighted sums (Cochran 1977, chapter 6). */
    private static Metric ratio(List<HeldOut> told, double[] forecasts, double[] references) {
        double above = 0;
        double below = 0;
        for (int row = 0; row < forecasts.length; row++) {
            above += told.get(row).respondent().weight() * forecasts[row];
            below += told.get(row).respondent().weight() * references[row];
        }
        double ratio = above / below;
        double squares = 0;
        for (int row = 0; row < forecasts.length; row++) {
            squares += Math.pow(told.get(row).respondent().weight() * (forecasts[row] - ratio * references[row]), 2);
        }
        double error = Math.sqrt(squares * forecasts.length / (forecasts.length - 1)) / below;
        return new Metric("total-ratio", ratio, error, ratio - Figure.Z * error, ratio + Figure.Z * error);
    }

    /** How often the band that the other parts give holds what was stated; empty where no band is known. */
    public static Optional<Metric> coverage(List<HeldOut> heldOut, ToDoubleFunction<HeldOut> forecast) {
        List<HeldOut> told = told(heldOut, forecast);
        return covered(told, one -> one.bandError(forecast.applyAsDouble(one)), false);
    }

    /** The same of the amounts that were stated, by the band around both witnesses. */
    public static Optional<Metric> statedCoverage(List<HeldOut> heldOut) {
        List<HeldOut> both = heldOut.stream()
                .filter(one -> Double.isFinite(StatedWallet.halfApart(one.respondent())))
                .toList();
        return covered(both, HeldOut::halfApart, true);
    }

    private static Optional<Metric> covered(
            List<HeldOut> told, Function<HeldOut, Band.Error> error, boolean isOfSizes) {
        long held = 0;
        long known = 0;
        for (int fold = 0; fold < FitWallet.FOLDS; fold++) {
            List<Band.Error> taught = new ArrayList<>();
            List<Band.Error> left = new ArrayList<>();
            for (HeldOut one : told) {
                (one.respondent().fold(FitWallet.FOLDS) == fold ? left : taught).add(error.apply(one));
            }
            Band band = isOfSizes ? Band.ofSizes(taught) : Band.ofErrors(taught);
            if (band.isKnown()) {
                known += left.size();
                held += left.stream().filter(band::holds).count();
            }
        }
        return known == 0 ? Optional.empty() : Optional.of(Metric.share("coverage", held, known));
    }

    /** Pinball loss in money, and the share of buyers who spend no more than their quantile. */
    public static List<Metric> quantile(
            List<RealisticWallet.Tested> tested, ToDoubleFunction<RealisticWallet.Tested> forecast, double quantile) {
        double sum = 0;
        double squares = 0;
        long below = 0;
        for (RealisticWallet.Tested one : tested) {
            double loss = RealisticWallet.loss(one.spent(), forecast.applyAsDouble(one), quantile);
            sum += loss;
            squares += loss * loss;
            below += one.spent() <= forecast.applyAsDouble(one) ? 1 : 0;
        }
        return List.of(
                Metric.mean("pinball", sum, squares, tested.size()), Metric.share("coverage", below, tested.size()));
    }
}
