package io.linkage.model.clv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Maximum likelihood over the logarithms of positive parameters, with analytic gradients: starts are tried on a thinned sample,
 * the best is refined on all rows; standard errors from the Hessian there, carried over to the parameters by the delta method.
 */
final class MaximumLikelihood {
    private static final int SAMPLE = 300;
    /** Ratio of curvatures below which a direction counts as flat. */
    private static final double FLAT = 1e-9;

    private static final double SINGULAR_CONDITION = 1e16;

    private MaximumLikelihood() {}

    /** Rows must be in a fixed order. */
    static <M, T> Fit<M> fit(Problem<M, T> problem, List<T> rows) {
        List<double[]> starts = problem.starts().stream()
                .map(start -> Arrays.stream(start).map(Math::log).toArray())
                .toList();
        double[] rough = Maximum.ofStarts(problem.over(thinned(rows)), starts).point();
        return from(problem, rows, rough);
    }

    /** Searches from one point, given as logarithms relative to the scales. */
    static <M, T> Fit<M> from(Problem<M, T> problem, List<T> rows, double[] start) {
        Objective all = problem.over(rows);
        Maximum.Found found = Maximum.polished(all, Maximum.byNewton(all, start));
        long customers = rows.stream().mapToLong(problem.count()).sum();
        return withErrors(problem, all, found, customers);
    }

    private static <T> List<T> thinned(List<T> rows) {
        int every = (rows.size() + SAMPLE - 1) / SAMPLE;
        return IntStream.range(0, rows.size())
                .filter(i -> i % every == 0)
                .mapToObj(rows::get)
                .toList();
    }

    private static <M, T> Fit<M> withErrors(Problem<M, T> problem, Objective all, Maximum.Found found, long customers) {
        double[] parameters = problem.parameters(found.point());
        RealMatrix bend = new Array2DRowRealMatrix(
                        Curvature.exact(all, found.point(), Maximum.EXACT_STEP).hessian())
                .scalarMultiply(-1);
        double[] bends = new EigenDecompositionSymmetric(bend).getEigenvalues();
        double least = Arrays.stream(bends).min().orElseThrow();
        double most = Arrays.stream(bends).max().orElseThrow();
        boolean singular = !(least > FLAT * most);
        // Of the logarithms of the parameters.
        Optional<RealMatrix> covariance = singular ? Optional.empty() : Optional.of(inverse(bend));
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            double variance = covariance.isPresent() ? covariance.get().getEntry(i, i) : 0;
            estimates.add(new Estimate(problem.names().get(i), parameters[i], parameters[i] * Math.sqrt(variance)));
        }
        return new Fit<>(
                problem.of().apply(parameters),
                estimates,
                covariance.map(matrix -> correlations(problem.names(), matrix)).orElse(List.of()),
                found.value(),
                customers,
                singular ? SINGULAR_CONDITION : most / least,
                singular,
                found.atBound(),
                found.converged());
    }

    private static List<Correlation> correlations(List<String> names, RealMatrix covariance) {
        List<Correlation> correlations = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                double spread = Math.sqrt(covariance.getEntry(i, i) * covariance.getEntry(j, j));
                correlations.add(new Correlation(names.get(i), names.get(j), covariance.getEntry(i, j) / spread));
            }
        }
        return correlations;
    }

    private static RealMatrix inverse(RealMatrix matrix) {
        return new LUDecomposition(matrix).getSolver().getInverse();
    }
}
