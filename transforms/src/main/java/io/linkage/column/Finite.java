package io.linkage.column;

import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.spark.sql.Column;

/** Figures as tables hold them: what maths tells by NaN, infinity or a negative count is not known, and stays empty. */
public final class Finite {
    private static final MathContext NINE = new MathContext(9);

    private Finite() {}

    /** The number, or null. */
    public static Double orNull(double number) {
        return Double.isFinite(number) ? (Double) number : null;
    }

    /** The number, or an empty constant. */
    public static Column orEmpty(double number) {
        return lit(orNull(number));
    }

    /** The count, or an empty constant. */
    public static Column countOrEmpty(long count) {
        return lit(count < 0 ? null : (Long) count);
    }

    /** To nine digits: what parting the rows otherwise changes lies behind them. */
    public static double toNineDigits(double number) {
        return Double.isFinite(number) ? new BigDecimal(number).round(NINE).doubleValue() : number;
    }
}
