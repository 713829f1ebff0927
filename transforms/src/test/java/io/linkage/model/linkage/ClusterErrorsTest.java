package io.linkage.model.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class ClusterErrorsTest {
    @Test
    void parentsOnTeachersOfNewYorkHavePlainAndClusteredErrorsAsPublished() throws Exception {
        LeastSquares fit = LeastSquares.of(
                        Design.of(
                                NycSchools.byDistrict().sample(new Lagged("teacher", 0), new Lagged("parent", 0)),
                                Effects.MEAN),
                        1,
                        0)
                .orElseThrow();
        ClusterErrors errors = new ClusterErrors(fit);

        assertThat(fit.coefficient(0)).isCloseTo(.2428, within(.00005));
        assertThat(fit.plainError(0)).isCloseTo(.0215, within(.00005));
        assertThat(fit.told()).isCloseTo(.221, within(.0005));
        assertThat(errors.clusters()).isEqualTo(9);
        assertThat(errors.cr1(0)).as("cr2 " + errors.cr2(0)).isCloseTo(.0258, within(.00005));
    }

    @Test
    void errorsWithUnitsTakenOutAreThoseOfARegressionWithAColumnPerUnit() {
        Sample sample = unbalanced();
        LeastSquares fit = LeastSquares.of(Design.of(sample, Effects.UNIT_AND_PERIOD), 1, 0)
                .orElseThrow();
        Dummies whole = new Dummies(sample);
        ClusterErrors.Error cr2 = new ClusterErrors(fit).cr2(0);

        assertThat(fit.coefficient(0)).isCloseTo(whole.coefficient(), within(1e-10));
        assertThat(cr2.error()).isCloseTo(whole.cr2(), within(1e-8));
        assertThat(cr2.freedom()).isCloseTo(whole.freedom(), within(1e-6));
        assertThat(fit.freedom()).isEqualTo(sample.rows() - whole.x.getColumnDimension());
    }

    @Test
    void cr2OfTwoGroupsIsTheErrorOfTwoMeansWithUnequalVariances() {
        // Clusters of one row: CR2 is HC2, for two groups the error of Welch and its degrees of freedom under equal
        // variances.
        List<Cell> cells = new ArrayList<>();
        double[] none = {1, 2, 3, 6};
        double[] some = {5, 9, 10};
        for (int i = 0; i < none.length; i++) {
            cells.add(new Cell("a" + i, "a" + i, 1, 10, 0, none[i]));
        }
        for (int i = 0; i < some.length; i++) {
            cells.add(new Cell("b" + i, "b" + i, 1, 10, 1, some[i]));
        }
        Sample sample = Panel.of(List.of("x", "y"), cells).sample(new Lagged("x", 0), new Lagged("y", 0));
        LeastSquares fit =
                LeastSquares.of(Design.of(sample, Effects.MEAN), 1, 0).orElseThrow();
        ClusterErrors.Error cr2 = new ClusterErrors(fit).cr2(0);

        assertThat(fit.coefficient(0)).isCloseTo(5, within(1e-12));
        assertThat(cr2.error()).isCloseTo(Math.sqrt(14 / 3.0 / 4 + 7 / 3.0), within(1e-12));
        // Freed of the mean x is -3/7 four times and 4/7 three times: squares 9 and 16 of 49.
        assertThat(new ClusterErrors(fit).deciding(0))
                .isCloseTo(Math.pow(4 * 9 + 3 * 16, 2) / (4 * 81 + 3 * 256), within(1e-10));
        // (1/4 + 1/3)^2 / (1/(16*3) + 1/(9*2)), Imbens and Kolesar 2016, section II.
        assertThat(cr2.freedom()).isCloseTo(Math.pow(1 / 4.0 + 1 / 3.0, 2) / (1 / 48.0 + 1 / 18.0), within(1e-10));
    }

    /** Ten units in five clusters, up to five periods each. */
    private static Sample unbalanced() {
        Draws draws = Draws.of(7, "unbalanced");
        List<Cell> cells = new ArrayList<>();
        for (int unit = 0; unit < 10; unit++) {
            for (int period = 0; period < 5; period++) {
                double x = draws.normal() + unit * .3;
                if ((unit + 2 * period) % 7 != 0) {
                    cells.add(new Cell("u" + unit, "c" + unit % 5, period, 9, x, .5 * x + unit + draws.normal()));
                }
            }
        }
        return Panel.of(List.of("x", "y"), cells).sample(new Lagged("x", 0), new Lagged("y", 0));
    }

    /** The same regression with all columns, by the definition: (I - H) of each cluster and its inverse root. */
    private static final class Dummies {
        private final Sample sample;
        private final RealMatrix x;
        private final RealMatrix inverse;
        private final RealMatrix rest;
        private final RealMatrix y;

        Dummies(Sample sample) {
            this.sample = sample;
            int units = sample.units();
            x = MatrixUtils.createRealMatrix(sample.rows(), units + sample.periods());
            y = MatrixUtils.createColumnRealMatrix(sample.columns()[1]);
            for (int row = 0; row < sample.rows(); row++) {
                x.setEntry(row, 0, sample.columns()[0][row]);
                x.setEntry(row, 1 + sample.unit()[row], 1);
                if (sample.period()[row] > 0) {
                    x.setEntry(row, units + sample.period()[row], 1);
                }
            }
            inverse = MatrixUtils.inverse(x.transposeMultiply(x));
            rest = MatrixUtils.createRealIdentityMatrix(sample.rows())
                    .subtract(x.multiply(inverse).multiplyTransposed(x));
        }

        double coefficient() {
            return inverse.multiply(x.transposeMultiply(y)).getEntry(0, 0);
        }

        private RealMatrix directions() {
            int[][] rows = ClusterErrors.rows(sample.cluster());
            RealMatrix result = MatrixUtils.createRealMatrix(sample.rows(), rows.length);
            int[] columns =
                    java.util.stream.IntStream.range(0, x.getColumnDimension()).toArray();
            for (int cluster = 0; cluster < rows.length; cluster++) {
                EigenDecompositionSymmetric parts =
                        new EigenDecompositionSymmetric(rest.getSubMatrix(rows[cluster], rows[cluster]), 1e-9, true);
                double[] roots = parts.getEigenvalues();
                for (int i = 0; i < roots.length; i++) {
                    roots[i] = roots[i] > 1e-9 ? 1 / Math.sqrt(roots[i]) : 0;
                }
                RealMatrix root = parts.getV()
                        .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
                        .multiplyTransposed(parts.getV());
                double[] here =
                        root.multiply(x.getSubMatrix(rows[cluster], columns)).operate(inverse.getColumn(0));
                for (int place = 0; place < here.length; place++) {
                    result.setEntry(rows[cluster][place], cluster, here[place]);
                }
            }
            return result;
        }

        double cr2() {
            return rest.multiply(y).transposeMultiply(directions()).getFrobeniusNorm();
        }

        double freedom() {
            RealMatrix g = rest.multiply(directions());
            RealMatrix p = g.transposeMultiply(g);
            return Math.pow(p.getTrace() / p.getFrobeniusNorm(), 2);
        }
    }
}
