package io.linkage.model.churn;

import java.util.Arrays;
import java.util.List;

/**
 * Sum of trees that were grown one after the other on what those before left open (Chen and Guestrin 2016), read from the text
 * that XGBoost writes of them: scoring needs neither its library nor its file format.
 *
 * @param base margin before the first tree
 * @param text the trees, one after the other, as they are recorded
 * @param trees the same, ready to use
 */
public record BoostedTrees(double base, String text, List<Tree> trees) implements MarginRule {
    private static final String BETWEEN = "\n\n";

    public BoostedTrees {
        trees = List.copyOf(trees);
    }

    /** Reads recorded trees. */
    public static BoostedTrees of(double base, String text) {
        List<Tree> trees = Arrays.stream(text.split(BETWEEN)).map(Tree::parse).toList();
        return new BoostedTrees(base, text, trees);
    }

    /** Reads trees as XGBoost writes them. */
    public static BoostedTrees of(double base, String[] dump) {
        return of(
                base,
                String.join(BETWEEN, Arrays.stream(dump).map(String::strip).toList()));
    }

    @Override
    public double margin(double[] values) {
        double margin = base;
        for (Tree tree : trees) {
            margin += tree.value(values);
        }
        return margin;
    }

    /** Share of each term in the fall of the loss. */
    public double[] gains(int terms) {
        double[] gains = new double[terms];
        for (Tree tree : trees) {
            for (int node = 0; node < tree.term().length; node++) {
                if (!tree.isLeaf(node)) {
                    gains[tree.term()[node]] += tree.gain()[node];
                }
            }
        }
        double all = Arrays.stream(gains).sum();
        return Arrays.stream(gains).map(gain -> all > 0 ? gain / all : 0).toArray();
    }

    /** Shapley values, whose average is that over the examples of the fit. */
    @Override
    public double[] contributions(double[] values, List<Term> terms) {
        double[] shares = new double[values.length];
        trees.forEach(tree -> TreeShap.add(tree, values, shares));
        return shares;
    }
}
