package io.linkage.model.wallet;

/** What a regression makes small, row by row, as a function of the line's value there. */
interface Loss {
    /** The loss. */
    double value(double fitted, int row);

    /** Minus its derivative by the line's value. */
    double slope(double fitted, int row);

    /** Its second derivative, or that of a parabola that touches it from above. */
    double curvature(double fitted, int row);

    /** Half the squared distance: least squares. */
    static Loss squared(double[] values) {
        return new Loss() {
            @Override
            public double value(double fitted, int row) {
                return (values[row] - fitted) * (values[row] - fitted) / 2;
            }

            @Override
            public double slope(double fitted, int row) {
                return values[row] - fitted;
            }

            @Override
            public double curvature(double fitted, int row) {
                return 1;
            }
        };
    }

    /** Log-loss of a logistic regression. */
    static Loss logistic(boolean[] events) {
        return new Loss() {
            @Override
            public double value(double fitted, int row) {
                double against = events[row] ? -fitted : fitted;
                return Math.max(0, against) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
            }

            @Override
            public double slope(double fitted, int row) {
                return (events[row] ? 1 : 0) - 1 / (1 + StrictMath.exp(-fitted));
            }

            @Override
            public double curvature(double fitted, int row) {
                double p = 1 / (1 + StrictMath.exp(-fitted));
                return p * (1 - p);
            }
        };
    }

    /**
     * Twice the pinball loss, its corner rounded within {@code corner}; the parabola is that of Hunter and Lange (2000, Journal
     * of Computational and Graphical Statistics 9(1), equation 3).
     */
    static Loss pinball(double[] values, double quantile, double corner) {
        return new Loss() {
            @Override
            public double value(double fitted, int row) {
                double distance = values[row] - fitted;
                double size = Math.abs(distance);
                return size - corner * StrictMath.log1p(size / corner) + (2 * quantile - 1) * distance;
            }

            @Override
            public double slope(double fitted, int row) {
                double distance = values[row] - fitted;
                return distance / (corner + Math.abs(distance)) + 2 * quantile - 1;
            }

            @Override
            public double curvature(double fitted, int row) {
                return 1 / (corner + Math.abs(values[row] - fitted));
            }
        };
    }
}
