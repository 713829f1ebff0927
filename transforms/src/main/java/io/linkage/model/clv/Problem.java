package io.linkage.model.clv;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What is fitted by maximum likelihood.
 *
 * @param names of the parameters
 * @param scales typical size of each, in its unit
 * @param starts relative to the scales
 * @param of the model with given parameters
 * @param term log likelihood of one row, with its count
 * @param slope derivatives of that term by the logarithms of the parameters
 * @param count customers of one row
 * @param ridge weights of the squared logarithms that are taken off the log likelihood; 0 for a free parameter
 */
record Problem<M, T>(
        List<String> names,
        double[] scales,
        List<double[]> starts,
        Function<double[], M> of,
        ToDoubleBiFunction<M, T> term,
        BiFunction<M, T, double[]> slope,
        ToLongFunction<T> count,
        double[] ridge) {

    Problem(
            List<String> names,
            double[] scales,
            List<double[]> starts,
            Function<double[], M> of,
            ToDoubleBiFunction<M, T> term,
            BiFunction<M, T, double[]> slope,
            ToLongFunction<T> count) {
        this(names, scales, starts, of, term, slope, count, new double[names.size()]);
    }

    /** The same with other weights of the ridge. */
    Problem<M, T> with(double[] weights) {
        return new Problem<>(names, scales, starts, of, term, slope, count, weights);
    }

    /** The parameters at a point of the search, whose coordinates are logarithms relative to the scales. */
    double[] parameters(double[] logs) {
        return IntStream.range(0, logs.length)
                .mapToDouble(i -> scales[i] * Math.exp(logs[i]))
                .toArray();
    }

    /** What the ridge takes off at a point. */
    double penalty(double[] logs) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            sum += ridge[i] * logs[i] * logs[i] / 2;
        }
        return sum;
    }

    /** Log likelihood of all rows, less the ridge. */
    Objective over(List<T> rows) {
        return new Objective() {
            @Override
            public double value(double[] point) {
                M model = of.apply(parameters(point));
                double sum = LogLikelihood.sum(rows, 1, row -> new double[] {term.applyAsDouble(model, row)})[0];
                return sum - penalty(point);
            }

            @Override
            public double[] gradient(double[] point) {
                M model = of.apply(parameters(point));
                double[] sums = LogLikelihood.sum(rows, point.length, row -> slope.apply(model, row));
                for (int i = 0; i < sums.length; i++) {
                    sums[i] -= ridge[i] * point[i];
                }
                return sums;
            }
        };
    }
}
