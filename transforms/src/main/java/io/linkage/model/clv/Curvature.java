package io.linkage.model.clv;

import java.util.function.ToDoubleFunction;

/**
 * Gradient and Hessian of a smooth function by central differences.
 *
 * @param value the function at the point
 * @param gradient first derivatives
 * @param hessian second derivatives, symmetric
 */
record Curvature(double value, double[] gradient, double[][] hessian) {
    /** Second-order differences of step h. */
    static Curvature at(ToDoubleFunction<double[]> f, double[] point, double h) {
        int n = point.length;
        double value = f.applyAsDouble(point);
        double[] up = new double[n];
        double[] down = new double[n];
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            up[i] = f.applyAsDouble(moved(point, i, h, i, 0));
            down[i] = f.applyAsDouble(moved(point, i, -h, i, 0));
            gradient[i] = (up[i] - down[i]) / (2 * h);
            hessian[i][i] = ((up[i] - value) + (down[i] - value)) / (h * h);
        }
        // The mixed ones from the two corners on the diagonal, with the values already at hand.
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double both = f.applyAsDouble(moved(point, i, h, j, h)) + f.applyAsDouble(moved(point, i, -h, j, -h));
                double cross = both - up[i] - down[i] - up[j] - down[j] + 2 * value;
                hessian[i][j] = cross / (2 * h * h);
                hessian[j][i] = hessian[i][j];
            }
        }
        return new Curvature(value, gradient, hessian);
    }

    /** Richardson's extrapolation of steps h, h/2 and h/4: the error falls with h^6. */
    static Curvature exact(ToDoubleFunction<double[]> f, double[] point, double h) {
        Curvature wide = at(f, point, h);
        Curvature half = at(f, point, h / 2);
        Curvature quarter = at(f, point, h / 4);
        return quarter.refine(half, 4).refine(half.refine(wide, 4), 16);
    }

    private Curvature refine(Curvature coarser, double order) {
        int n = gradient.length;
        double[] first = new double[n];
        double[][] second = new double[n][n];
        for (int i = 0; i < n; i++) {
            first[i] = (order * gradient[i] - coarser.gradient[i]) / (order - 1);
            for (int j = 0; j < n; j++) {
                second[i][j] = (order * hessian[i][j] - coarser.hessian[i][j]) / (order - 1);
            }
        }
        return new Curvature(value, first, second);
    }

    private static double[] moved(double[] point, int i, double byI, int j, double byJ) {
        double[] moved = point.clone();
        moved[i] += byI;
        moved[j] += byJ;
        return moved;
    }
}
