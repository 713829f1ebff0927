package io.linkage.model.clv;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Search for the maximum of a smooth function in a box around 0, by Newton's method with Levenberg's damping. */
final class Maximum {
    /** Half the width of the box: the logarithm of a parameter relative to its typical size. */
    static final double BOUND = 12;

    /** Of the differences behind the exact curvature. */
    static final double EXACT_STEP = 0.02;

    private static final double NEWTON_STEP = 1e-3;
    private static final double LONGEST_MOVE = 1;
    private static final double NO_GAIN = 1e-11;
    private static final int MOST_ROUNDS = 30;
    /** Enough to tell which start leads highest. */
    private static final int FIRST_ROUNDS = 10;

    private static final double MOST_DAMPING = 1e12;

    private Maximum() {}

    /** Where a search ended, and whether nothing improved any more. */
    record Found(double[] point, double value, boolean converged) {
        boolean atBound() {
            for (double x : point) {
                if (Math.abs(x) > BOUND - 0.01) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Best of the searches from several starts; of equal ones the first. */
    static Found ofStarts(Objective f, List<double[]> starts) {
        return starts.stream()
                .map(start -> byNewton(f, start, FIRST_ROUNDS))
                .sorted(Comparator.comparingDouble(Found::value).reversed())
                .findFirst()
                .orElseThrow();
    }

    /** Quadratic near the maximum, never downhill. */
    static Found byNewton(Objective f, double[] start) {
        return byNewton(f, start, MOST_ROUNDS);
    }

    private static Found byNewton(Objective f, double[] start, int rounds) {
        Objective boxed = new Boxed(f);
        Step step = new Step(start, boxed.value(start), 0, false);
        for (int round = 0; round < rounds && !step.done(); round++) {
            step = step(boxed, step);
        }
        return new Found(Boxed.clamp(step.point()), step.value(), step.done());
    }

    /** State of the search between two rounds; done when no move gains anything. */
    private record Step(double[] point, double value, double damping, boolean done) {}

    /** One round: damps until the move goes uphill. */
    private static Step step(Objective f, Step from) {
        Curvature curvature = Curvature.at(f, from.point(), NEWTON_STEP);
        for (double damping = from.damping(); damping <= MOST_DAMPING; damping = Math.max(1e-3, damping * 10)) {
            double[] move = move(curvature, damping);
            double[] next = add(from.point(), move);
            double value = f.value(next);
            double gain = value - from.value();
            boolean flat = damping > 1 && Math.abs(gain) < NO_GAIN;
            if (flat || promisedGain(curvature, move) < NO_GAIN) {
                break;
            }
            if (gain >= 0) {
                return new Step(next, value, damping < 1e-3 ? 0 : damping / 10, false);
            }
        }
        return new Step(from.point(), from.value(), 0, true);
    }

    /** One more step with a curvature that is exact to rounding, which settles the last digits. */
    static Found polished(Objective f, Found found) {
        if (found.atBound()) {
            return found;
        }
        Objective boxed = new Boxed(f);
        double[] next = add(found.point(), move(Curvature.exact(boxed, found.point(), EXACT_STEP), 0));
        double value = boxed.value(next);
        return value < found.value() - NO_GAIN ? found : new Found(Boxed.clamp(next), value, found.converged());
    }

    private static double promisedGain(Curvature curvature, double[] move) {
        return new ArrayRealVector(curvature.gradient()).dotProduct(new ArrayRealVector(move));
    }

    /** Solves (-H + shift) d = g, with a shift that makes the matrix positive definite; cut to the longest move. */
    private static double[] move(Curvature curvature, double damping) {
        RealMatrix bend = new Array2DRowRealMatrix(curvature.hessian()).scalarMultiply(-1);
        double[] bends = new EigenDecompositionSymmetric(bend).getEigenvalues();
        double least = Arrays.stream(bends).min().orElseThrow();
        double most = Arrays.stream(bends).map(Math::abs).max().orElseThrow();
        double floor = Math.max(1e-9 * most, 1e-9);
        double shift = damping * Math.max(most, 1e-6) * 1e-3 + Math.max(0, floor - least);
        for (int i = 0; i < bend.getRowDimension(); i++) {
            bend.addToEntry(i, i, shift);
        }
        ArrayRealVector move = new ArrayRealVector(
                new LUDecomposition(bend).getSolver().solve(new ArrayRealVector(curvature.gradient())));
        double length = move.getLInfNorm();
        return (length > LONGEST_MOVE ? move.mapMultiply(LONGEST_MOVE / length) : move).toArray();
    }

    private static double[] add(double[] x, double[] y) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += y[i];
        }
        return sum;
    }

    /** Outside the box the value falls off, so that a search comes back; a value that is no number counts as very low. */
    private record Boxed(Objective f) implements Objective {
        private static final double VERY_LOW = -1e300;

        @Override
        public double value(double[] point) {
            double[] inside = clamp(point);
            double outside = 0;
            for (int i = 0; i < point.length; i++) {
                outside += (point[i] - inside[i]) * (point[i] - inside[i]);
            }
            double value = f.value(inside);
            return Double.isFinite(value) ? value - outside : VERY_LOW;
        }

        @Override
        public double[] gradient(double[] point) {
            double[] inside = clamp(point);
            double[] gradient = f.gradient(inside);
            for (int i = 0; i < point.length; i++) {
                if (point[i] != inside[i]) {
                    gradient[i] = -2 * (point[i] - inside[i]);
                } else if (!Double.isFinite(gradient[i])) {
                    gradient[i] = 0;
                }
            }
            return gradient;
        }

        static double[] clamp(double[] point) {
            double[] inside = point.clone();
            for (int i = 0; i < inside.length; i++) {
                inside[i] = Math.max(-BOUND, Math.min(BOUND, inside[i]));
            }
            return inside;
        }
    }
}
