package io.linkage.model.quality;

import java.util.List;
import java.util.function.Function;

/**
 * Greatest profit per customer of a campaign that contacts those with the highest forecasts: with the mean share of leavers kept
 * (MPC), and expected over its Beta distribution (EMPC; Verbraken, Verbeke and Baesens 2013). The error is that of the mean of
 * what each customer brings under the best cuts; that these were chosen on the same rows leans it upward, and changes the
 * error in second order only.
 */
public final class Profit {
    /** Code of the profit at the mean share kept. */
    public static final String MPC = "mpc";
    /** Code of the expected profit. */
    public static final String EMPC = "empc";

    private Profit() {}

    /** Both, in money per customer; rows in rising order of their value, one per value; none of no rows. */
    public static List<Metric> of(List<Counted> rows, Retention terms) {
        if (rows.isEmpty()) {
            return List.of();
        }
        ProfitCurve curve = ProfitCurve.of(rows, terms);
        return List.of(metric(MPC, rows, curve, curve::atMean), metric(EMPC, rows, curve, curve::expected));
    }

    private static Metric metric(
            String code, List<Counted> rows, ProfitCurve curve, Function<Double, ProfitCurve.Weight> weights) {
        double sum = 0;
        double squares = 0;
        for (Counted row : rows) {
            ProfitCurve.Weight weight = weights.apply(row.value());
            double ofStaying = curve.gain(weight, false, 0);
            // A leaver brings kept * stake and, whatever the stake, what one without any would bring.
            double fixed = curve.gain(weight, true, 0);
            double kept = weight.kept();
            long stayed = row.examples() - row.events();
            sum += ofStaying * stayed + kept * row.stake() + fixed * row.events();
            squares += ofStaying * ofStaying * stayed
                    + kept * kept * row.stakeSquares()
                    + 2 * kept * fixed * row.stake()
                    + fixed * fixed * row.events();
        }
        return Metric.mean(code, sum, squares, Counted.examples(rows));
    }
}
