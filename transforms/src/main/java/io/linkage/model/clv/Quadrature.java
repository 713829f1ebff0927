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
    /** For integrands that are nearly flat. */
    static final Quadrature SMALL = of(16);
    /** For any that fall by up to e^45. */
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
