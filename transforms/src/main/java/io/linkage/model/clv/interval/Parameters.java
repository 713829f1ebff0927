package io.linkage.model.clv.interval;

import io.linkage.model.clv.Correlation;
import io.linkage.model.clv.Estimate;
import io.linkage.model.random.Draws;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Where the parameters of a fitted model may lie: their logarithms are normal around the estimates, with the covariance that
 * the curvature of the likelihood gives. A parameter without a standard error is taken as known.
 *
 * @param <M> the model that has them
 */
public final class Parameters<M> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double MOST_DEVIATION = 1;

    private final Model<M> model;
    private final List<Estimate> estimates;
    private final double[][] factor;

    private Parameters(Model<M> model, List<Estimate> estimates, double[][] factor) {
        this.model = model;
        this.estimates = estimates;
        this.factor = factor;
    }

    /** The model with given parameters. */
    @FunctionalInterface
    public interface Model<M> extends Serializable {
        /** The model with these values by name. */
        M of(Map<String, Double> values);
    }

    /**
     * The distribution around a fit.
     *
     * @param correlations of the estimates; a pair that is not named is uncorrelated
     */
    public static <M> Parameters<M> of(Model<M> model, List<Estimate> estimates, List<Correlation> correlations) {
        int n = estimates.size();
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = logError(estimates.get(i)) * logError(estimates.get(i));
        }
        for (Correlation pair : correlations) {
            int i = place(estimates, pair.one());
            int j = place(estimates, pair.other());
            covariance[i][j] = pair.value() * logError(estimates.get(i)) * logError(estimates.get(j));
            covariance[j][i] = covariance[i][j];
        }
        return new Parameters<>(model, List.copyOf(estimates), factor(covariance));
    }

    /** The same distribution of models that follow from these. */
    public Parameters<M> then(Change<M> change) {
        return new Parameters<>(by -> change.of(model.of(by)), estimates, factor);
    }

    /** A model that follows from another. */
    @FunctionalInterface
    public interface Change<M> extends Serializable {
        /** The other model. */
        M of(M model);
    }

    /** How many parameters there are. */
    public int size() {
        return estimates.size();
    }

    /** The model with the estimates themselves. */
    public M estimated() {
        return at(new double[size()]);
    }

    /** A model that the data might come from as well. */
    M draw(Draws draws) {
        double[] deviations = new double[size()];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = draws.normal();
        }
        return at(deviations);
    }

    /** The model at so many deviations from the estimate along each of the principal directions. */
    M at(double... deviations) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < estimates.size(); i++) {
            double log = 0;
            for (int j = 0; j < deviations.length; j++) {
                log += factor[i][j] * deviations[j];
            }
            values.put(estimates.get(i).name(), estimates.get(i).value() * StrictMath.exp(log));
        }
        return model.of(values);
    }

    /** The model so many deviations away along one direction. */
    M along(int direction, double deviations) {
        double[] at = new double[size()];
        at[direction] = deviations;
        return at(at);
    }

    private static double logError(Estimate estimate) {
        double error = estimate.standardError() / estimate.value();
        return Double.isFinite(error) ? error : 0;
    }

    private static int place(List<Estimate> estimates, String name) {
        for (int i = 0; i < estimates.size(); i++) {
            if (estimates.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is a correlation of " + name + ", but no estimate of it.");
    }

    /**
     * F with F F' = covariance: its columns are the principal directions. One in which the data hardly speak has no normal
     * distribution to its far ends, and the forecasts hardly depend on it: it is cut to where parameters move by a factor e.
     */
    private static double[][] factor(double[][] covariance) {
        int n = covariance.length;
        EigenDecompositionSymmetric principal = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance));
        double[][] factor = new double[n][n];
        for (int j = 0; j < n; j++) {
            double deviation = Math.min(MOST_DEVIATION, Math.sqrt(Math.max(0, principal.getEigenvalue(j))));
            for (int i = 0; i < n; i++) {
                factor[i][j] = deviation * principal.getEigenvector(j).getEntry(i);
            }
        }
        return factor;
    }
}
