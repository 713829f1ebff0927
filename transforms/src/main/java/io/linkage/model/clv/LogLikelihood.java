package io.linkage.model.clv;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Adds up log likelihoods with compensation, in fixed blocks, so that the sum is the same in every run. */
final class LogLikelihood {
    private static final int BLOCK = 2048;

    private LogLikelihood() {}

    static <T> double sum(List<T> rows, ToDoubleFunction<T> term) {
        int blocks = (rows.size() + BLOCK - 1) / BLOCK;
        IntStream numbers = IntStream.range(0, blocks);
        return compensated((blocks > 1 ? numbers.parallel() : numbers)
                .mapToDouble(i -> {
                    List<T> block = rows.subList(i * BLOCK, Math.min(rows.size(), (i + 1) * BLOCK));
                    return compensated(block.stream().mapToDouble(term).toArray());
                })
                .toArray());
    }

    /** Neumaier's sum. */
    static double compensated(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return sum + lost;
    }
}
