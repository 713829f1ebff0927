package io.linkage.model.churn;

import java.io.Serializable;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One regression tree. Inner node: a value below the threshold, both as single-precision numbers, goes to yes, any other to no.
 * Leaf: its value, in log-odds. The cover is the weight of the examples that came by, from which averages are taken.
 *
 * @param term place of the term that a node asks for; negative in a leaf
 * @param number threshold of a node, value of a leaf
 * @param yes node for values below
 * @param no node for the others
 * @param cover weight of the examples
 * @param gain fall of the loss by the node's question
 */
public record Tree(int[] term, float[] number, int[] yes, int[] no, float[] cover, float[] gain)
        implements Serializable {
    private static final int LEAF = -1;
    private static final Pattern NODE =
            Pattern.compile("(\\d+):\\[f(\\d+)<([^]]+)] yes=(\\d+),no=(\\d+).*,gain=([^,]+),cover=([^,]+)");
    private static final Pattern END = Pattern.compile("(\\d+):leaf=([^,]+),cover=([^,]+)");

    /** Reads the text that XGBoost writes of a tree, a node per line, with its statistics. */
    static Tree parse(String text) {
        String[] lines = text.strip().split("\\s*\\n\\s*");
        int nodes = 1 + Arrays.stream(lines).mapToInt(Tree::place).max().orElse(0);
        Tree tree = new Tree(
                new int[nodes], new float[nodes], new int[nodes], new int[nodes], new float[nodes], new float[nodes]);
        Arrays.stream(lines).forEach(tree::read);
        return tree;
    }

    private static int place(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf(':')));
    }

    private void read(String line) {
        Matcher node = NODE.matcher(line);
        Matcher end = END.matcher(line);
        if (node.matches()) {
            int place = Integer.parseInt(node.group(1));
            term[place] = Integer.parseInt(node.group(2));
            number[place] = Float.parseFloat(node.group(3));
            yes[place] = Integer.parseInt(node.group(4));
            no[place] = Integer.parseInt(node.group(5));
            gain[place] = Float.parseFloat(node.group(6));
            cover[place] = Float.parseFloat(node.group(7));
        } else if (end.matches()) {
            int place = Integer.parseInt(end.group(1));
            term[place] = LEAF;
            number[place] = Float.parseFloat(end.group(2));
            cover[place] = Float.parseFloat(end.group(3));
        } else {
            throw new IllegalArgumentException("This is no line of a recorded tree: " + line
                    + ". ops_model was written by another version of Linkage: run the night again.");
        }
    }

    boolean isLeaf(int node) {
        return term[node] < 0;
    }

    /** The node after a node that is no leaf. */
    int next(int node, double[] values) {
        return (float) values[term[node]] < number[node] ? yes[node] : no[node];
    }

    /** The value of the leaf that values reach. */
    double value(double[] values) {
        int node = 0;
        while (!isLeaf(node)) {
            node = next(node, values);
        }
        return number[node];
    }
}
