package io.linkage.model.churn;

import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees by XGBoost (Chen and Guestrin 2016) on examples in memory: histograms on one thread, without any draw, so
 * that the same examples in the same order give the same trees. XGBoost over Spark promises this only for one parting of rows.
 */
public final class GrowTrees {
    private static final double SIX_DIGITS = 1e6;

    private GrowTrees() {}

    /**
     * How trees are grown.
     *
     * @param trees how many
     * @param depth questions on the way to a leaf
     * @param learningRate share of each tree that counts
     */
    public record Plan(int trees, int depth, double learningRate) {}

    /** Trees on examples of which some left and some stayed, without calibration. */
    public static ChurnModel of(String name, List<Leaks.Example> examples, List<Term> terms, Layout layout, Plan plan)
            throws XGBoostError {
        List<Layout.Reader> readers =
                terms.stream().map(term -> term.reader(layout)).toList();
        float[] values = new float[examples.size() * terms.size()];
        float[] left = new float[examples.size()];
        int next = 0;
        double events = 0;
        for (int row = 0; row < left.length; row++) {
            for (Layout.Reader reader : readers) {
                values[next++] = (float) reader.of(examples.get(row).observed());
            }
            left[row] = examples.get(row).left() ? 1 : 0;
            events += left[row];
        }
        double share = Math.rint(events / left.length * SIX_DIGITS) / SIX_DIGITS;
        double base = LogisticLine.logOdds(share);
        String[] dump = grow(values, left, terms.size(), share, plan);
        return new ChurnModel(name, terms, BoostedTrees.of(base, dump), new LogisticLine(0, 1));
    }

    private static String[] grow(float[] values, float[] left, int columns, double share, Plan plan)
            throws XGBoostError {
        DMatrix matrix = new DMatrix(values, left.length, columns, Float.NaN);
        try {
            matrix.setLabel(left);
            Booster booster = XGBoost.train(matrix, parameters(share, plan), plan.trees(), Map.of(), null, null);
            try {
                return booster.getModelDump("", true, "text");
            } finally {
                booster.dispose();
            }
        } finally {
            matrix.dispose();
        }
    }

    private static Map<String, Object> parameters(double share, Plan plan) {
        return Map.of(
                "objective",
                "binary:logistic",
                "tree_method",
                "hist",
                "base_score",
                share,
                "max_depth",
                plan.depth(),
                "eta",
                plan.learningRate(),
                "nthread",
                1,
                "seed",
                1,
                "verbosity",
                0);
    }
}
