package io.linkage.model.churn;

import io.linkage.model.quality.Counted;
import java.util.Collection;

/**
 * Chance of leaving as a logistic function of one value x: 1 / (1 + exp(-(intercept + slope x))). It calibrates the margins
 * of a regression (Platt 1999), and is the naive model of one feature alone.
 *
 * @param intercept log-odds at x = 0
 * @param slope log-odds per unit of x
 */
public record LogisticLine(double intercept, double slope) implements ChanceCurve {
    private static final int MOST_STEPS = 100;
    private static final double ENOUGH = 1e-12;
    private static final double LEAST_CURVATURE = 1e-12;

    /** The chance at x. */
    @Override
    public double probability(double x) {
        return probabilityOf(intercept + slope * x);
    }

    /** The log-odds of a chance between 0 and 1. */
    public static double logOdds(double chance) {
        return Math.log(chance / (1 - chance));
    }

    /** The chance of log-odds. */
    public static double probabilityOf(double logOdds) {
        return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
    }

    /**
     * Fits by Newton's method with halved steps (Lin, Lin and Weng 2007, Machine Learning 68). The outcomes are drawn in by
     * Platt's rule, (N+ + 1)/(N+ + 2) and 1/(N- + 2), so that separated data have a finite fit.
     */
    public static LogisticLine fit(Collection<Counted> rows) {
        double events = Counted.events(rows);
        double others = Counted.examples(rows) - events;
        double high = (events + 1) / (events + 2);
        double low = 1 / (others + 2);
        LogisticLine line = new LogisticLine(Math.log((events + 1) / (others + 1)), 0);
        double cost = cost(line, rows, high, low);
        for (int step = 0; step < MOST_STEPS; step++) {
            LogisticLine next = step(line, rows, high, low, cost);
            double cheaper = cost(next, rows, high, low);
            boolean done = cost - cheaper <= ENOUGH * Math.abs(cost);
            line = cheaper < cost ? next : line;
            cost = Math.min(cost, cheaper);
            if (done) {
                break;
            }
        }
        return line;
    }

    private static LogisticLine step(
            LogisticLine line, Collection<Counted> rows, double high, double low, double cost) {
        double gradient0 = 0;
        double gradient1 = 0;
        double h00 = LEAST_CURVATURE;
        double h01 = 0;
        double h11 = LEAST_CURVATURE;
        for (Counted row : rows) {
            double p = line.probability(row.value());
            double distance = row.examples() * p - row.events() * high - (row.examples() - row.events()) * low;
            double weight = row.examples() * p * (1 - p);
            gradient0 += distance;
            gradient1 += distance * row.value();
            h00 += weight;
            h01 += weight * row.value();
            h11 += weight * row.value() * row.value();
        }
        double determinant = h00 * h11 - h01 * h01;
        double down0 = -(h11 * gradient0 - h01 * gradient1) / determinant;
        double down1 = -(h00 * gradient1 - h01 * gradient0) / determinant;
        for (double part = 1; part > ENOUGH; part /= 2) {
            LogisticLine next = new LogisticLine(line.intercept + part * down0, line.slope + part * down1);
            if (cost(next, rows, high, low) < cost) {
                return next;
            }
        }
        return line;
    }

    private static double cost(LogisticLine line, Collection<Counted> rows, double high, double low) {
        double cost = 0;
        for (Counted row : rows) {
            double x = line.intercept + line.slope * row.value();
            double target = row.events() * high + (row.examples() - row.events()) * low;
            double softplus = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            cost += row.examples() * softplus - target * x;
        }
        return cost;
    }
}
