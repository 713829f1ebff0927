package io.linkage.model.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a regression learns from: columns of equal length, the last of them the outcome, and where each row comes from.
 *
 * @param columns values by column and row
 * @param unit number of the unit of each row, from 0 up
 * @param period number of the period of each row, from 0 up
 * @param cluster number of the cluster of each row, from 0 up
 */
record Sample(double[][] columns, int[] unit, int[] period, int[] cluster) {
    static Sample of(List<Cell> cells, List<double[]> rows, int width) {
        double[][] columns = new double[width][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < width; column++) {
                columns[column][row] = rows.get(row)[column];
            }
        }
        return new Sample(
                columns,
                numbered(cells.stream().map(Cell::unit).toList()),
                numbered(cells.stream().map(Cell::period).toList()),
                numbered(cells.stream().map(Cell::cluster).toList()));
    }

    private static int[] numbered(List<?> names) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] result = new int[names.size()];
        for (int row = 0; row < result.length; row++) {
            int next = numbers.size();
            result[row] = numbers.computeIfAbsent(names.get(row), name -> next);
        }
        return result;
    }

    int rows() {
        return unit.length;
    }

    int units() {
        return distinct(unit);
    }

    int periods() {
        return distinct(period);
    }

    int clusters() {
        return distinct(cluster);
    }

    static int distinct(int[] numbers) {
        return (int) Arrays.stream(numbers).distinct().count();
    }

    /** With effects of units those that are seen more than once: the others say nothing about change. */
    Sample under(Effects effects) {
        return effects == Effects.MEAN ? this : repeated();
    }

    private Sample repeated() {
        int[] seen = new int[rows()];
        for (int number : unit) {
            seen[number]++;
        }
        int[] keep = java.util.stream.IntStream.range(0, rows())
                .filter(row -> seen[unit[row]] > 1)
                .toArray();
        double[][] kept = new double[columns.length][];
        for (int column = 0; column < columns.length; column++) {
            double[] all = columns[column];
            kept[column] = Arrays.stream(keep).mapToDouble(row -> all[row]).toArray();
        }
        return new Sample(kept, renumbered(unit, keep), renumbered(period, keep), renumbered(cluster, keep));
    }

    private static int[] renumbered(int[] numbers, int[] keep) {
        return numbered(Arrays.stream(keep).mapToObj(row -> numbers[row]).toList());
    }

    /** Pearson's correlation of the first column and the outcome. */
    double correlation() {
        double[] x = centred(columns[0]);
        double[] y = centred(columns[columns.length - 1]);
        return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
    }

    static double[] centred(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int row = 0; row < left.length; row++) {
            sum += left[row] * right[row];
        }
        return sum;
    }
}
