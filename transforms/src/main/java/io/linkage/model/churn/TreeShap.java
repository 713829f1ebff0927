package io.linkage.model.churn;

/**
 * Shapley values of one tree: what each term adds to its value against the mean over its examples, shared fairly over the orders
 * in which terms may become known (Lundberg, Erion and Lee 2018, arXiv 1802.03888, algorithm 2). The path holds the terms
 * asked for so far, each once, with the share of subsets of each size that come by.
 */
final class TreeShap {
    private final Tree tree;
    private final double[] values;
    private final double[] shares;

    private TreeShap(Tree tree, double[] values, double[] shares) {
        this.tree = tree;
        this.values = values;
        this.shares = shares;
    }

    /** Adds the Shapley values of a tree to shares, one per term. */
    static void add(Tree tree, double[] values, double[] shares) {
        new TreeShap(tree, values, shares).visit(0, new Path(0), 1, 1, -1);
    }

    private void visit(int node, Path before, double zero, double one, int term) {
        Path path = before.extended(zero, one, term);
        if (tree.isLeaf(node)) {
            for (int place = 1; place < path.length; place++) {
                double weight = path.unwound(place).total();
                shares[path.term[place]] += weight * (path.one[place] - path.zero[place]) * tree.number()[node];
            }
            return;
        }
        int asked = tree.term()[node];
        int hot = tree.next(node, values);
        int cold = hot == tree.yes()[node] ? tree.no()[node] : tree.yes()[node];
        int seen = path.find(asked);
        double zeroSoFar = seen < 0 ? 1 : path.zero[seen];
        double oneSoFar = seen < 0 ? 1 : path.one[seen];
        Path rest = seen < 0 ? path : path.unwound(seen);
        double cover = tree.cover()[node];
        visit(hot, rest, zeroSoFar * tree.cover()[hot] / cover, oneSoFar, asked);
        visit(cold, rest, zeroSoFar * tree.cover()[cold] / cover, 0, asked);
    }

    /** The terms on the way to a node, the first being none. */
    private static final class Path {
        private final int length;
        private final int[] term;
        private final double[] zero;
        private final double[] one;
        private final double[] weight;

        Path(int length) {
            this.length = length;
            this.term = new int[length];
            this.zero = new double[length];
            this.one = new double[length];
            this.weight = new double[length];
        }

        private Path copy(int size) {
            Path path = new Path(size);
            int kept = Math.min(length, size);
            System.arraycopy(term, 0, path.term, 0, kept);
            System.arraycopy(zero, 0, path.zero, 0, kept);
            System.arraycopy(one, 0, path.one, 0, kept);
            System.arraycopy(weight, 0, path.weight, 0, kept);
            return path;
        }

        Path extended(double zeroShare, double oneShare, int asked) {
            Path path = copy(length + 1);
            path.term[length] = asked;
            path.zero[length] = zeroShare;
            path.one[length] = oneShare;
            path.weight[length] = length == 0 ? 1 : 0;
            for (int i = length - 1; i >= 0; i--) {
                path.weight[i + 1] += oneShare * path.weight[i] * (i + 1) / (length + 1);
                path.weight[i] = zeroShare * path.weight[i] * (length - i) / (length + 1);
            }
            return path;
        }

        Path unwound(int place) {
            int last = length - 1;
            Path path = copy(last);
            double next = weight[last];
            for (int i = last - 1; i >= 0; i--) {
                if (one[place] != 0) {
                    double kept = weight[i];
                    path.weight[i] = next * (last + 1) / ((i + 1) * one[place]);
                    next = kept - path.weight[i] * zero[place] * (last - i) / (last + 1);
                } else {
                    path.weight[i] = weight[i] * (last + 1) / (zero[place] * (last - i));
                }
            }
            for (int i = place; i < last; i++) {
                path.term[i] = term[i + 1];
                path.zero[i] = zero[i + 1];
                path.one[i] = one[i + 1];
            }
            return path;
        }

        double total() {
            double total = 0;
            for (double share : weight) {
                total += share;
            }
            return total;
        }

        int find(int asked) {
            for (int i = 1; i < length; i++) {
                if (term[i] == asked) {
                    return i;
                }
            }
            return -1;
        }
    }
}
