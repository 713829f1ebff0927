package io.linkage.model.drivers;

import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;

/**
 * How much of the outcome a regression explains in rows it did not learn from: each fold is forecast by the others. The naive
 * forecast is the mean of the others; 0 or below says that the predictors tell nothing.
 */
public final class HeldOut {
    private static final double RIDGE = 1e-9;

    private HeldOut() {}

    /** R2 over all folds against the naive forecast; NaN where the outcome never varies. */
    public static double explained(List<CrossProducts> folds) {
        CrossProducts all = CrossProducts.sum(folds);
        double missed = 0;
        double naive = 0;
        for (CrossProducts fold : folds) {
            CrossProducts others = all.plus(fold, -1);
            missed += squares(fold, others, coefficients(others));
            naive += squares(fold, others, new double[fold.predictors()]);
        }
        return naive > 0 ? 1 - missed / naive : Double.NaN;
    }

    /** Least squares, with a trace of ridge so that copies of a predictor share its coefficient. */
    static double[] coefficients(CrossProducts rows) {
        int predictors = rows.predictors();
        double[][] among = new double[predictors][predictors];
        double[] outcome = new double[predictors];
        for (int i = 0; i < predictors; i++) {
            for (int j = 0; j < predictors; j++) {
                among[i][j] = rows.covariance(i, j);
            }
            among[i][i] += RIDGE * Math.max(among[i][i], 1);
            outcome[i] = rows.covariance(i, predictors);
        }
        return new QRDecomposition(MatrixUtils.createRealMatrix(among))
                .getSolver()
                .solve(MatrixUtils.createRealVector(outcome))
                .toArray();
    }

    /** Sum over the fold of the squared misses of a line through the means of the others. */
    private static double squares(CrossProducts fold, CrossProducts others, double[] coefficients) {
        int outcome = fold.predictors();
        double bias = fold.mean(outcome) - others.mean(outcome);
        double variance = fold.covariance(outcome, outcome);
        for (int i = 0; i < outcome; i++) {
            bias -= coefficients[i] * (fold.mean(i) - others.mean(i));
            variance -= 2 * coefficients[i] * fold.covariance(i, outcome);
            for (int j = 0; j < outcome; j++) {
                variance += coefficients[i] * coefficients[j] * fold.covariance(i, j);
            }
        }
        return fold.rows() * (bias * bias + variance);
    }
}
