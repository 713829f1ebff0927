package io.linkage.model.drivers;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * How much of an outcome's variance each of correlated predictors explains; the parts add up to R2. To 15 predictors
 * exactly: the mean gain over all orders (Lindeman, Merenda and Gold 1980; Shapley 1953). Above, relative weights (Johnson
 * 2000, Multivariate Behavioral Research 35(1)). Importance is association, not effect.
 */
public final class Importance {
    /** With more predictors the parts are Johnson's. */
    public static final int MOST_EXACT = 15;

    /** Below this part of its variance left, a predictor is a copy of the others and explains nothing more. */
    private static final double COLLINEAR = 1e-10;

    private Importance() {}

    /** Parts of R2 by predictor, from correlations whose last row and column are the outcome's. */
    public static double[] of(double[][] correlations) {
        return correlations.length - 1 <= MOST_EXACT ? exact(correlations) : relativeWeights(correlations);
    }

    /** Mean gain of R2 over all orders of the predictors. */
    static double[] exact(double[][] correlations) {
        int predictors = correlations.length - 1;
        double[] explained = explained(correlations);
        double[] weights = weights(predictors);
        double[] parts = new double[predictors];
        for (int subset = 0; subset < explained.length; subset++) {
            double weight = weights[Integer.bitCount(subset)];
            for (int j = 0; j < predictors; j++) {
                if ((subset & 1 << j) == 0) {
                    parts[j] += weight * (explained[subset | 1 << j] - explained[subset]);
                }
            }
        }
        return parts;
    }

    /** Share of the orders in which just such a subset of a size comes first: size! (p - 1 - size)! / p!. */
    private static double[] weights(int predictors) {
        double[] weights = new double[predictors + 1];
        double weight = 1.0 / predictors;
        for (int size = 0; size < predictors; size++) {
            weights[size] = weight;
            weight *= (size + 1.0) / Math.max(1, predictors - 1 - size);
        }
        return weights;
    }

    /** R2 of every subset of the predictors, a bit each. */
    private static double[] explained(double[][] correlations) {
        int predictors = correlations.length - 1;
        double[] explained = new double[1 << predictors];
        extend(correlations, explained, 0, 0, new int[predictors], new double[predictors][], 0);
        return explained;
    }

    /** Adds each later predictor to a subset: one more row of its Cholesky factor, whose last element is the gain's root. */
    private static void extend(
            double[][] correlations,
            double[] explained,
            int subset,
            int size,
            int[] chosen,
            double[][] rows,
            int from) {
        int outcome = correlations.length - 1;
        for (int next = from; next < outcome; next++) {
            double[] row = new double[size + 2];
            double left = 1;
            double shared = correlations[next][outcome];
            for (int i = 0; i < size; i++) {
                double sum = correlations[next][chosen[i]];
                for (int k = 0; k < i; k++) {
                    sum -= row[k] * rows[i][k];
                }
                row[i] = rows[i][i] > 0 ? sum / rows[i][i] : 0;
                left -= row[i] * row[i];
                shared -= row[i] * rows[i][i + 1];
            }
            row[size] = left > COLLINEAR ? Math.sqrt(left) : 0;
            row[size + 1] = left > COLLINEAR ? shared / row[size] : 0;
            int larger = subset | 1 << next;
            explained[larger] = explained[subset] + row[size + 1] * row[size + 1];
            rows[size] = row;
            chosen[size] = next;
            extend(correlations, explained, larger, size + 1, chosen, rows, next + 1);
        }
    }

    /** Johnson's: squared correlations with the nearest uncorrelated variables, shared back by squared loadings. */
    static double[] relativeWeights(double[][] correlations) {
        int predictors = correlations.length - 1;
        RealMatrix among =
                MatrixUtils.createRealMatrix(correlations).getSubMatrix(0, predictors - 1, 0, predictors - 1);
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(among);
        RealMatrix vectors = eigen.getV();
        double[] roots = Arrays.stream(eigen.getEigenvalues())
                .map(value -> Math.sqrt(Math.max(0, value)))
                .toArray();
        double[] inverses = Arrays.stream(roots)
                .map(root -> root * root > COLLINEAR ? 1 / root : 0)
                .toArray();
        double[] outcome = Arrays.copyOf(correlations[predictors], predictors);
        RealMatrix loadings =
                vectors.multiply(MatrixUtils.createRealDiagonalMatrix(roots)).multiplyTransposed(vectors);
        double[] weights = vectors.multiply(MatrixUtils.createRealDiagonalMatrix(inverses))
                .multiplyTransposed(vectors)
                .operate(outcome);
        double[] parts = new double[predictors];
        for (int j = 0; j < predictors; j++) {
            for (int k = 0; k < predictors; k++) {
                parts[j] += Math.pow(loadings.getEntry(j, k) * weights[k], 2);
            }
        }
        return parts;
    }
}
