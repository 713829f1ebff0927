package io.linkage.model.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a regression after the effects of units were taken out by their means: first the columns of the sample, then
 * those of its periods (or the mean). Units lie within clusters, so errors by cluster are those of a regression with one
 * column per unit.
 */
final class Design {
    /** A column whose rest is below this part of itself tells units apart by rounding only. */
    private static final double CONSTANT = 1e-9;

    private final Sample sample;
    private final Effects effects;
    private final double[][] columns;
    private final double[][] nuisance;

    private Design(Sample sample, Effects effects, double[][] columns, double[][] nuisance) {
        this.sample = sample;
        this.effects = effects;
        this.columns = columns;
        this.nuisance = nuisance;
    }

    static Design of(Sample given, Effects effects) {
        if (effects == Effects.MEAN) {
            double[] ones = new double[given.rows()];
            Arrays.fill(ones, 1);
            double[][] columns =
                    Arrays.stream(given.columns()).map(Sample::centred).toArray(double[][]::new);
            return new Design(given, effects, columns, new double[][] {ones});
        }
        Sample sample = given.under(effects);
        double[][] columns = Arrays.stream(sample.columns())
                .map(column -> within(column, sample))
                .toArray(double[][]::new);
        double[][] periods = new double[Math.max(0, sample.periods() - 1)][sample.rows()];
        for (int period = 0; period < periods.length; period++) {
            for (int row = 0; row < sample.rows(); row++) {
                periods[period][row] = sample.period()[row] == period + 1 ? 1 : 0;
            }
            periods[period] = within(periods[period], sample);
        }
        return new Design(sample, effects, columns, apart(periods));
    }

    /** Columns freed of those before them; where periods share no unit, one of them says nothing of its own. */
    private static double[][] apart(double[][] columns) {
        List<double[]> kept = new ArrayList<>();
        for (double[] column : columns) {
            double[] rest = column;
            for (double[] before : kept) {
                rest = LeastSquares.rest(new double[][] {before}, rest, new double[] {
                    Sample.dot(before, rest) / Sample.dot(before, before)
                });
            }
            if (Sample.dot(rest, rest) > CONSTANT * Sample.dot(column, column)) {
                kept.add(rest);
            }
        }
        return kept.toArray(double[][]::new);
    }

    private static double[] within(double[] column, Sample sample) {
        double[] sums = new double[sample.units()];
        int[] rows = new int[sums.length];
        for (int row = 0; row < column.length; row++) {
            sums[sample.unit()[row]] += column[row];
            rows[sample.unit()[row]]++;
        }
        double[] rest = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            int unit = sample.unit()[row];
            rest[row] = column[row] - sums[unit] / rows[unit];
        }
        return rest;
    }

    Sample sample() {
        return sample;
    }

    double[] column(int number) {
        return columns[number];
    }

    double[][] nuisance() {
        return nuisance;
    }

    /** Means of units that were taken out. */
    int absorbed() {
        return effects == Effects.UNIT_AND_PERIOD ? sample.units() : 0;
    }

    /** Whether a column does not differ, or not within any unit. */
    boolean constant(int number) {
        double[] all = sample.columns()[number];
        return Sample.dot(columns[number], columns[number]) <= CONSTANT * CONSTANT * Sample.dot(all, all);
    }
}
