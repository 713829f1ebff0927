package io.linkage.model.clv;

import java.util.stream.IntStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Gauss-Legendre rule on 0 to 1: exact for polynomials of degree below twice its number of points.
 *
 * @param points ascending
 * @param logWeights logarithms of the weights, which add up to 1
 */
record Quadrature(double[] points, double[] logWeights) {
    /** For what falls by up to e^16 over an interval of 4 in the logarithm of time. */
    static final Quadrature SMALL = of(16);
    /** For what falls by up to e^45 over an interval of 8. */
    static final Quadrature MEDIUM = of(32);
    /** For any interval up to 30. */
    static final Quadrature LARGE = of(64);

    private static Quadrature of(int size) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(size);
        return new Quadrature(
                IntStream.range(0, size)
                        .mapToDouble(i -> (1 + rule.getPoint(i)) / 2)
                        .toArray(),
                IntStream.range(0, size)
                        .mapToDouble(i -> Math.log(rule.getWeight(i) / 2))
                        .toArray());
    }

    int size() {
        return points.length;
    }
}
