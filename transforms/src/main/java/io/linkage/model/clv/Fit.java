package io.linkage.model.clv;

import java.io.Serializable;
import java.util.List;

/**
 * A model fitted by maximum likelihood.
 *
 * @param model with the estimated parameters
 * @param estimates each parameter with its standard error
 * @param correlations of the estimates, each pair once; none where standard errors do not exist
 * @param logLikelihood at the maximum
 * @param customers that entered the fit
 * @param conditionNumber of the curvature in the logarithms of the parameters; 1e16 where that is singular
 * @param singular whether the likelihood is flat in some direction, so that standard errors do not exist
 * @param atBound whether a parameter ran to the edge of the search, e^12 to either side of a typical value
 * @param converged whether the search stopped because nothing improved any more
 */
public record Fit<M>(
        M model,
        List<Estimate> estimates,
        List<Correlation> correlations,
        double logLikelihood,
        long customers,
        double conditionNumber,
        boolean singular,
        boolean atBound,
        boolean converged)
        implements Serializable {
    public Fit {
        estimates = List.copyOf(estimates);
        correlations = List.copyOf(correlations);
    }

    /** The same fit, of a model whose class is known. */
    <N> Fit<N> as(Class<N> type) {
        return of(type.cast(model), logLikelihood);
    }

    /** The same fit, seen as that of another model with another likelihood. */
    <N> Fit<N> of(N other, double likelihood) {
        return new Fit<>(
                other, estimates, correlations, likelihood, customers, conditionNumber, singular, atBound, converged);
    }
}
