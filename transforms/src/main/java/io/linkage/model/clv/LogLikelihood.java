package io.linkage.model.clv;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Adds up log likelihoods or their gradients with compensation, in fixed blocks, so that the sum is the same in every run. */
final class LogLikelihood {
    private static final int BLOCK = 1024;

    private LogLikelihood() {}

    /** Sum of a vector of each row. */
    static <T> double[] sum(List<T> rows, int size, Function<T, double[]> term) {
        int blocks = (rows.size() + BLOCK - 1) / BLOCK;
        IntStream numbers = IntStream.range(0, blocks);
        List<double[]> sums = (blocks > 1 ? numbers.parallel() : numbers)
                .mapToObj(i -> {
                    Sum sum = new Sum(size);
                    rows.subList(i * BLOCK, Math.min(rows.size(), (i + 1) * BLOCK))
                            .forEach(row -> sum.add(term.apply(row)));
                    return sum.total();
                })
                .toList();
        Sum all = new Sum(size);
        sums.forEach(all::add);
        return all.total();
    }

    /** Neumaier's sum of vectors. */
    private static final class Sum {
        private final double[] sum;
        private final double[] lost;

        Sum(int size) {
            sum = new double[size];
            lost = new double[size];
        }

        void add(double[] values) {
            for (int i = 0; i < sum.length; i++) {
                double value = values[i];
                double next = sum[i] + value;
                lost[i] += Math.abs(sum[i]) >= Math.abs(value) ? (sum[i] - next) + value : (value - next) + sum[i];
                sum[i] = next;
            }
        }

        double[] total() {
            double[] total = new double[sum.length];
            for (int i = 0; i < total.length; i++) {
                total[i] = sum[i] + lost[i];
            }
            return total;
        }
    }
}
