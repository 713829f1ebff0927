package io.linkage.model.uplift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** Regressions with a ridge on counts of customers who are alike; terms are centred and scaled, an intercept is free. */
final class Design {
    private static final int MOST_STEPS = 50;
    private static final double ENOUGH = 1e-12;
    private static final double LEAST_DEVIATION = 1e-9;
    /** Keeps the curvature from being flat where there is no ridge. */
    private static final double LEAST_RIDGE = 1e-10;

    private static final MathContext KEPT = new MathContext(9);

    private final List<String> terms;
    private final double[] means;
    private final double[] deviations;
    private final double[][] rows;

    /** One observation of a regression: so many examples with this mean outcome. */
    record Point(double weight, double sum) {}

    /** Of all cells, whichever arm they are in: both arms are seen through the same terms. */
    Design(List<Cell> cells) {
        terms = List.copyOf(cells.stream()
                .flatMap(cell -> cell.values().keySet().stream())
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
        means = new double[terms.size()];
        deviations = new double[terms.size()];
        standardise(cells);
        rows = new double[cells.size()][];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = row(cells.get(at).values());
        }
    }

    private void standardise(List<Cell> cells) {
        double all = cells.stream().mapToDouble(Design::contacts).sum();
        for (int term = 0; term < means.length; term++) {
            double sum = 0;
            double squares = 0;
            for (Cell cell : cells) {
                double value = cell.values().getOrDefault(terms.get(term), 0.0);
                sum += contacts(cell) * value;
                squares += contacts(cell) * value * value;
            }
            means[term] = sum / all;
            deviations[term] = Math.sqrt(Math.max(0, squares / all - means[term] * means[term]));
        }
    }

    private static double contacts(Cell cell) {
        return cell.treated().contacts() + cell.control().contacts();
    }

    private double[] row(Map<String, Double> values) {
        double[] row = new double[terms.size() + 1];
        row[0] = 1;
        for (int term = 0; term < means.length; term++) {
            double value = values.getOrDefault(terms.get(term), 0.0);
            // What does not vary tells nobody apart.
            row[term + 1] = deviations[term] > LEAST_DEVIATION ? (value - means[term]) / deviations[term] : 0;
        }
        return row;
    }

    /** Mean log-loss plus half the ridge times the squared coefficients, by Newton's method with halved steps. */
    Line logistic(List<Point> points, double ridge) {
        double weight = points.stream().mapToDouble(Point::weight).sum();
        double events = points.stream().mapToDouble(Point::sum).sum();
        double[] beta = new double[terms.size() + 1];
        beta[0] = Math.log((events + 0.5) / (weight - events + 0.5));
        double cost = cost(beta, points, weight, ridge);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] down = direction(beta, points, weight, ridge);
            double[] next = beta;
            double cheaper = cost;
            for (double part = 1; part > ENOUGH && cheaper >= cost; part /= 2) {
                next = moved(beta, down, part);
                cheaper = cost(next, points, weight, ridge);
            }
            boolean done = !(cost - cheaper > ENOUGH * Math.abs(cost));
            beta = cheaper < cost ? next : beta;
            cost = Math.min(cost, cheaper);
            if (done) {
                break;
            }
        }
        return inUnits(beta);
    }

    /** Least squares with a ridge, in one step. */
    Line linear(List<Point> points, double ridge) {
        double weight = points.stream().mapToDouble(Point::weight).sum();
        double[][] products = new double[terms.size() + 1][terms.size() + 1];
        double[] slope = new double[terms.size() + 1];
        for (int at = 0; at < rows.length; at++) {
            add(
                    products,
                    slope,
                    rows[at],
                    points.get(at).weight(),
                    points.get(at).sum());
        }
        return inUnits(solved(products, slope, weight, ridge));
    }

    private double[] direction(double[] beta, List<Point> points, double weight, double ridge) {
        double[][] products = new double[beta.length][beta.length];
        double[] slope = new double[beta.length];
        for (int at = 0; at < rows.length; at++) {
            double p = 1 / (1 + Math.exp(-dot(beta, rows[at])));
            Point point = points.get(at);
            add(products, slope, rows[at], point.weight() * p * (1 - p), point.sum() - point.weight() * p);
        }
        for (int term = 1; term < beta.length; term++) {
            slope[term] -= ridge * weight * beta[term];
        }
        return solved(products, slope, weight, ridge);
    }

    private double cost(double[] beta, List<Point> points, double weight, double ridge) {
        double cost = 0;
        for (int at = 0; at < rows.length; at++) {
            double x = dot(beta, rows[at]);
            double softplus = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            cost += points.get(at).weight() * softplus - points.get(at).sum() * x;
        }
        for (int term = 1; term < beta.length; term++) {
            cost += ridge * weight / 2 * beta[term] * beta[term];
        }
        return cost;
    }

    private static void add(double[][] products, double[] slope, double[] row, double weight, double distance) {
        for (int one = 0; one < row.length; one++) {
            slope[one] += distance * row[one];
            for (int other = 0; other < row.length; other++) {
                products[one][other] += weight * row[one] * row[other];
            }
        }
    }

    private static double[] solved(double[][] products, double[] slope, double weight, double ridge) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(products);
        for (int term = 0; term < slope.length; term++) {
            matrix.addToEntry(term, term, weight * (term == 0 ? LEAST_RIDGE : Math.max(LEAST_RIDGE, ridge)));
        }
        // Wide thresholds: rounding in the last digits of the products is no fault.
        return new CholeskyDecomposition(matrix, 1e-9, 1e-300)
                .getSolver()
                .solve(MatrixUtils.createRealVector(slope))
                .toArray();
    }

    private static double[] moved(double[] beta, double[] down, double part) {
        double[] next = beta.clone();
        for (int term = 0; term < next.length; term++) {
            next[term] += part * down[term];
        }
        return next;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    /** To nine digits: what another order of the cells would change lies behind them. */
    private Line inUnits(double[] beta) {
        Map<String, Double> coefficients = new TreeMap<>();
        double intercept = beta[0];
        for (int term = 0; term < means.length; term++) {
            if (deviations[term] > LEAST_DEVIATION) {
                double coefficient = beta[term + 1] / deviations[term];
                intercept -= coefficient * means[term];
                coefficients.put(terms.get(term), kept(coefficient));
            }
        }
        return new Line(kept(intercept), coefficients);
    }

    static double kept(double value) {
        return new BigDecimal(value).round(KEPT).doubleValue();
    }

    /** Points of the cells, in their order. */
    static List<Point> points(List<Cell> cells, java.util.function.Function<Cell, Point> of) {
        List<Point> points = new ArrayList<>();
        cells.forEach(cell -> points.add(of.apply(cell)));
        return points;
    }
}
