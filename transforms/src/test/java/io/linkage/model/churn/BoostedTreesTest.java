package io.linkage.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    private static final int ROWS = 500;
    private static final int COLUMNS = 4;
    /** Below .5 in the first term 30 of 40 examples: -1; of the others those with the second below 2: 1, else 3. */
    private static final String BY_HAND = """
            0:[f0<0.5] yes=1,no=2,missing=2,gain=6,cover=40
            \t1:leaf=-1,cover=30
            \t2:[f1<2] yes=3,no=4,missing=4,gain=2,cover=10
            \t\t3:leaf=1,cover=4
            \t\t4:leaf=3,cover=6""";

    /** The mean is (-1*30 + 1*4 + 3*6) / 40 = -.2; knowing the second alone as 3: (-30 + 30) / 40 = 0. */
    @Test
    void contributionsAreTheShapleyValuesOfATreeSolvedByHand() {
        BoostedTrees trees = BoostedTrees.of(.1, BY_HAND);
        double[] values = {1, 3};

        // First alone: (4 + 18) / 10 = 2.2, so 2.4 above the mean; second alone 0, so .2 above; both 3.
        double first = (2.4 + (3 - 0)) / 2;
        double second = (.2 + (3 - 2.2)) / 2;
        assertThat(trees.margin(values)).isCloseTo(3.1, within(1e-12));
        assertThat(trees.contributions(values, List.of())).containsExactly(new double[] {first, second}, within(1e-9));
        assertThat(trees.gains(2)).containsExactly(.75, .25);
    }

    @Test
    void marginsAndContributionsAreThoseOfXgboost() throws XGBoostError {
        float[] values = values();
        DMatrix matrix = new DMatrix(values, ROWS, COLUMNS, Float.NaN);
        matrix.setLabel(labels(values));
        Map<String, Object> how = Map.of(
                "objective", "binary:logistic", "tree_method", "hist", "base_score", .4, "max_depth", 4, "nthread", 1);
        Booster booster = XGBoost.train(matrix, how, 30, Map.of(), null, null);
        float[][] margins = booster.predict(matrix, true);
        float[][] shares = booster.predictContrib(matrix, 0);

        BoostedTrees trees = BoostedTrees.of(Math.log(.4 / .6), booster.getModelDump("", true, "text"));

        for (int row = 0; row < ROWS; row++) {
            double[] x = row(values, row);
            assertThat(trees.margin(x)).isCloseTo(margins[row][0], within(1e-5));
            double[] contributions = trees.contributions(x, List.of());
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(contributions[column]).isCloseTo(shares[row][column], within(1e-4));
            }
        }
    }

    @Test
    void theSameExamplesGrowTheSameTrees() throws XGBoostError {
        assertThat(grown()).isEqualTo(grown()).contains("leaf=");
    }

    @Test
    void aRecordThatIsNoTreeIsNamed() {
        assertThatThrownBy(() -> BoostedTrees.of(0, "0:[f0 in {1,2}] yes=1,no=2"))
                .hasMessageContaining("no line of a recorded tree")
                .hasMessageContaining("run the night again");
    }

    private static String grown() throws XGBoostError {
        float[] values = values();
        float[] labels = labels(values);
        List<Leaks.Example> examples = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            examples.add(new Leaks.Example(new Observed(row(values, row), Map.of()), labels[row] > 0));
        }
        List<String> names = List.of("a", "b", "c", "d");
        List<Term> terms = names.stream().map(name -> new Term(name, "", 0, 1)).toList();
        Layout layout = new Layout(names, java.util.Set.of());
        return ((BoostedTrees) GrowTrees.of("trees", examples, terms, layout, new GrowTrees.Plan(20, 3, .1))
                        .rule())
                .text();
    }

    private static double[] row(float[] values, int row) {
        float[] own = Arrays.copyOfRange(values, row * COLUMNS, (row + 1) * COLUMNS);
        double[] x = new double[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            x[column] = own[column];
        }
        return x;
    }

    private static float[] values() {
        Draws draws = Draws.of(7, "trees");
        float[] values = new float[ROWS * COLUMNS];
        for (int place = 0; place < values.length; place++) {
            values[place] = place % COLUMNS == 3 ? draws.below(3) : (float) draws.normal();
        }
        return values;
    }

    /** By the product of the first two, the third and a draw: a rule that takes questions after questions. */
    private static float[] labels(float[] values) {
        Draws draws = Draws.of(8, "labels");
        float[] labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double[] x = row(values, row);
            labels[row] = draws.happens(LogisticLine.probabilityOf(2 * x[0] * x[1] + x[2] - .5)) ? 1 : 0;
        }
        return labels;
    }
}
