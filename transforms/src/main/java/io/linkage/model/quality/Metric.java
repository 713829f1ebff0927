package io.linkage.model.quality;

import io.linkage.model.experience.Figure;
import io.linkage.model.experience.Share;

/**
 * A metric of one forecast on one slice.
 *
 * @param code its name, such as auc
 * @param estimate its value
 * @param error standard error; NaN where none is known
 * @param low lower end of the 95 % interval; NaN where none is known
 * @param high upper end
 */
public record Metric(String code, double estimate, double error, double low, double high) {
    /** With the normal interval, cut to where the metric can be. */
    static Metric normal(String code, double estimate, double error, double least, double most) {
        return new Metric(
                code,
                estimate,
                error,
                Math.max(least, estimate - Figure.Z * error),
                Math.min(most, estimate + Figure.Z * error));
    }

    /** With the normal interval. */
    public static Metric between(String code, double estimate, double error) {
        return new Metric(code, estimate, error, estimate - Figure.Z * error, estimate + Figure.Z * error);
    }

    /** The mean of a loss over examples, with the normal interval. */
    public static Metric mean(String code, double sum, double squares, long examples) {
        double mean = sum / examples;
        double variance = examples > 1 ? Math.max(0, squares - sum * mean) / (examples - 1) : Double.NaN;
        double error = Math.sqrt(variance / examples);
        return new Metric(code, mean, error, mean - Figure.Z * error, mean + Figure.Z * error);
    }

    /** The share of examples that are events, with Wilson's interval (Wilson 1927). */
    public static Metric share(String code, long events, long examples) {
        double n = examples;
        double share = events / n;
        return new Metric(code, share, Math.sqrt(share * (1 - share) / n), wilson(share, n, -1), wilson(share, n, 1));
    }

    /** One end of Wilson's interval of a share of n; sign -1 for the lower one. */
    static double wilson(double share, double n, int sign) {
        Figure figure = new Share(share * n, n).figure();
        return sign < 0 ? figure.low() : figure.high();
    }
}
