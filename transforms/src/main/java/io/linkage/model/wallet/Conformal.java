package io.linkage.model.wallet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Ends of a band for one more customer from the errors of customers who were left out of the fit: it holds at its rate whatever
 * the errors are distributed like, as long as the one is drawn as the others are (Vovk, Gammerman and Shafer 2005; with weights
 * Tibshirani, Barber, Candès and Ramdas 2019, NeurIPS 32). The one more has the mean weight.
 */
final class Conformal {
    /** An error and the weight of its respondent. */
    record Weighted(double value, double weight) {}

    private Conformal() {}

    /** Below which a share {@code rate} of errors lies; infinite where too few are known to say so. */
    static double upper(List<Weighted> errors, double rate) {
        Weighted[] rising = errors.toArray(Weighted[]::new);
        Arrays.sort(rising, Comparator.comparingDouble(Weighted::value).thenComparingDouble(Weighted::weight));
        double total = 0;
        for (Weighted error : rising) {
            total += error.weight();
        }
        if (rising.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double needed = rate * (total + total / rising.length);
        double below = 0;
        for (Weighted error : rising) {
            below += error.weight();
            // A sum of tenths may miss its border by rounding.
            if (below >= needed * (1 - 1e-12)) {
                return error.value();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Above which a share {@code rate} of errors lies. */
    static double lower(List<Weighted> errors, double rate) {
        return -upper(
                errors.stream()
                        .map(error -> new Weighted(-error.value(), error.weight()))
                        .toList(),
                rate);
    }
}
