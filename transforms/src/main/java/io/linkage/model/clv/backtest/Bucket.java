package io.linkage.model.clv.backtest;

/**
 * Customers whose forecasts lie within a hundredth of each other: few rows, however many customers there are.
 *
 * @param customers how many
 * @param forecast sum of what was forecast
 * @param came sum of what then came
 * @param error sum of the absolute errors
 * @param squares sum of the squared errors
 */
public record Bucket(long customers, double forecast, double came, double error, double squares) {
    private static final double WIDTH = Math.log(1.01);
    private static final int NOTHING = Integer.MIN_VALUE;

    /** Number of the bucket of a forecast; all forecasts of nothing share the lowest. */
    public static int number(double forecast) {
        return forecast > 0 ? (int) Math.floor(Math.log(forecast) / WIDTH) : NOTHING;
    }
}
