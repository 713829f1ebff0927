package io.linkage.model.churn;

import java.io.Serializable;

/**
 * Number, mean and spread of the values of one feature; two of them merge into that of both (Chan, Golub and LeVeque 1979).
 */
public final class Moments implements Serializable {
    /** A spread below this part of the mean is rounding. */
    private static final double CONSTANT = 1e-9;

    private long known;
    private long infinite;
    private double mean;
    private double squares;
    private double first = Double.NaN;
    private double second = Double.NaN;
    private boolean third;

    /** Takes a value in; NaN is no value. */
    public void add(double value) {
        if (Double.isInfinite(value)) {
            infinite++;
        } else if (!Double.isNaN(value)) {
            known++;
            double distance = value - mean;
            mean += distance / known;
            squares += distance * (value - mean);
            meet(value);
        }
    }

    /** Takes those of another part in. */
    public void merge(Moments other) {
        infinite += other.infinite;
        if (other.known > 0) {
            double distance = other.mean - mean;
            double all = (double) known + other.known;
            squares += other.squares + distance * distance * known * other.known / all;
            mean += distance * other.known / all;
            known += other.known;
            third = third || other.third;
            meet(other.first);
            meet(other.second);
        }
    }

    private void meet(double value) {
        if (third || Double.isNaN(value) || value == first || value == second) {
            return;
        }
        if (Double.isNaN(first)) {
            first = value;
        } else if (Double.isNaN(second)) {
            second = value;
        } else {
            third = true;
        }
    }

    long known() {
        return known;
    }

    boolean hasInfinite() {
        return infinite > 0;
    }

    double mean() {
        return mean;
    }

    /** Standard deviation over a number of rows, of which those without a value have the mean. */
    double deviation(long rows) {
        return Math.sqrt(squares / rows);
    }

    /** Whether there are three values or more: of two, any scale tells the same. */
    boolean bends() {
        return third;
    }

    boolean constant() {
        return known == 0 || Math.sqrt(squares / known) <= CONSTANT * Math.max(1, Math.abs(mean));
    }
}
