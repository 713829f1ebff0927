package io.linkage.model.churn;

import java.io.Serializable;
import java.util.Map;

/**
 * What was known of one customer on one day.
 *
 * @param numbers by place, as {@link Layout} names them; NaN where not known
 * @param words by feature; absent where not known
 */
public record Observed(double[] numbers, Map<String, String> words) implements Serializable {

    /** The word as a number; NaN where there is none or it is no number. */
    public double number(String feature) {
        String word = words.get(feature);
        if (word == null) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
