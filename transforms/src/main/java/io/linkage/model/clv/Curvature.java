package io.linkage.model.clv;

/**
 * Gradient and Hessian of a smooth function, the Hessian by central differences of the gradient.
 *
 * @param gradient first derivatives
 * @param hessian second derivatives, symmetric
 */
record Curvature(double[] gradient, double[][] hessian) {
    /** Second-order differences of step h. */
    static Curvature at(Objective f, double[] point, double h) {
        int n = point.length;
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] up = f.gradient(moved(point, i, h));
            double[] down = f.gradient(moved(point, i, -h));
            for (int j = 0; j < n; j++) {
                double bend = (up[j] - down[j]) / (4 * h);
                hessian[i][j] += bend;
                hessian[j][i] += bend;
            }
        }
        return new Curvature(f.gradient(point), hessian);
    }

    /** Richardson's extrapolation of steps h and h/2: the error falls with h^4. */
    static Curvature exact(Objective f, double[] point, double h) {
        Curvature wide = at(f, point, h);
        Curvature half = at(f, point, h / 2);
        int n = point.length;
        double[][] second = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                second[i][j] = (4 * half.hessian[i][j] - wide.hessian[i][j]) / 3;
            }
        }
        return new Curvature(half.gradient, second);
    }

    private static double[] moved(double[] point, int i, double by) {
        double[] moved = point.clone();
        moved[i] += by;
        return moved;
    }
}
