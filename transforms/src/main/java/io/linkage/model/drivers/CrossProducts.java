package io.linkage.model.drivers;

import java.io.Serializable;
import java.util.List;

/** Sums, squares and products of columns, which add up over parts; the last column is the outcome. */
public final class CrossProducts implements Serializable {
    private final int columns;
    private double rows;
    private final double[] sums;
    private final double[][] products;

    /** Without any row. */
    public CrossProducts(int columns) {
        this.columns = columns;
        this.sums = new double[columns];
        this.products = new double[columns][columns];
    }

    /** What {@link #flat} gave. */
    public static CrossProducts of(int columns, double[] flat) {
        CrossProducts rows = new CrossProducts(columns);
        rows.rows = flat[0];
        System.arraycopy(flat, 1, rows.sums, 0, columns);
        for (int i = 0; i < columns; i++) {
            System.arraycopy(flat, 1 + columns * (i + 1), rows.products[i], 0, columns);
        }
        return rows;
    }

    /** All of them as one list of numbers, to be sent. */
    public double[] flat() {
        double[] flat = new double[1 + columns * (columns + 1)];
        flat[0] = rows;
        System.arraycopy(sums, 0, flat, 1, columns);
        for (int i = 0; i < columns; i++) {
            System.arraycopy(products[i], 0, flat, 1 + columns * (i + 1), columns);
        }
        return flat;
    }

    /** All rows of one or more parts. */
    public static CrossProducts sum(List<CrossProducts> parts) {
        return parts.stream().reduce((one, other) -> one.plus(other, 1)).orElseThrow();
    }

    /** Adds one row. */
    public void add(double... row) {
        rows++;
        for (int i = 0; i < columns; i++) {
            sums[i] += row[i];
            for (int j = 0; j < columns; j++) {
                products[i][j] += row[i] * row[j];
            }
        }
    }

    /** Adds all rows of another, so many times; -1 takes them out. */
    public CrossProducts plus(CrossProducts other, double times) {
        CrossProducts both = new CrossProducts(columns);
        both.rows = rows + times * other.rows;
        for (int i = 0; i < columns; i++) {
            both.sums[i] = sums[i] + times * other.sums[i];
            for (int j = 0; j < columns; j++) {
                both.products[i][j] = products[i][j] + times * other.products[i][j];
            }
        }
        return both;
    }

    /** These columns alone, in the order named. */
    public CrossProducts only(int... chosen) {
        CrossProducts fewer = new CrossProducts(chosen.length);
        fewer.rows = rows;
        for (int i = 0; i < chosen.length; i++) {
            fewer.sums[i] = sums[chosen[i]];
            for (int j = 0; j < chosen.length; j++) {
                fewer.products[i][j] = products[chosen[i]][chosen[j]];
            }
        }
        return fewer;
    }

    /** How many rows were added. */
    public double rows() {
        return rows;
    }

    /** How many columns explain the outcome. */
    public int predictors() {
        return columns - 1;
    }

    /** Mean of a column. */
    public double mean(int column) {
        return sums[column] / rows;
    }

    /** Covariance of two columns, over all rows. */
    public double covariance(int one, int other) {
        return products[one][other] / rows - mean(one) * mean(other);
    }

    /** Correlations of all columns; 0 with a column that never varies. */
    public double[][] correlations() {
        double[][] correlations = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                double scale = Math.sqrt(covariance(i, i) * covariance(j, j));
                correlations[i][j] = i == j ? 1 : scale > 0 ? covariance(i, j) / scale : 0;
            }
        }
        return correlations;
    }
}
