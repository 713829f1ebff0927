package io.linkage.model.wallet;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.RealMatrix;

/**
 * A line with what is not known of it.
 *
 * @param line the estimate
 * @param root times its own transpose gives the covariance of intercept and coefficients, in this order
 */
record FittedLine(Line line, RealMatrix root) {

    /** Standard errors of intercept and coefficients. */
    List<Double> errors() {
        List<Double> errors = new ArrayList<>();
        for (int place = 0; place < root.getRowDimension(); place++) {
            errors.add(root.getRowVector(place).getNorm());
        }
        return errors;
    }

    /** A line that the data could have come from as well: normal around the estimate. */
    Line drawn(Draws draws) {
        double[] normals = new double[root.getColumnDimension()];
        for (int place = 0; place < normals.length; place++) {
            normals[place] = draws.normal();
        }
        double[] away = root.operate(normals);
        List<Double> coefficients = new ArrayList<>();
        for (int place = 0; place < line.coefficients().size(); place++) {
            coefficients.add(line.coefficients().get(place) + away[place + 1]);
        }
        return new Line(line.intercept() + away[0], coefficients);
    }
}
