package io.linkage.model.churn;

import java.io.Serializable;

/**
 * One column of the design: a number, or an indicator of a word or of a missing value.
 *
 * @param feature the feature it belongs to
 * @param level the word it indicates, {@link #MISSING}, or an empty string for a number
 * @param mean its mean in the fit; a missing number takes it
 * @param deviation its standard deviation in the fit; 1 where the term is read back from a record
 */
public record Term(String feature, String level, double mean, double deviation) implements Serializable {
    /** Level of a value that is not known. */
    public static final String MISSING = "missing";

    private static final String IS = "=";

    /** Feature, and the level it indicates. */
    public String code() {
        return level.isEmpty() ? feature : feature + IS + level;
    }

    /** The term of a code. */
    public static Term of(String code, double mean) {
        int is = code.indexOf(IS);
        return is < 0 ? new Term(code, "", mean, 1) : new Term(code.substring(0, is), code.substring(is + 1), mean, 1);
    }

    /** Reads the term; a missing number gives its mean, so that it adds nothing. */
    public Layout.Reader reader(Layout layout) {
        if (level.isEmpty()) {
            Layout.Reader number = layout.reader(feature);
            return observed -> {
                double value = number.of(observed);
                return Double.isFinite(value) ? value : mean;
            };
        }
        if (level.equals(MISSING)) {
            boolean isNumber = layout.numbers().contains(feature);
            Layout.Reader number = layout.reader(feature);
            return isNumber
                    ? observed -> Double.isNaN(number.of(observed)) ? 1 : 0
                    : observed -> observed.words().containsKey(feature) ? 0 : 1;
        }
        return observed -> level.equals(observed.words().get(feature)) ? 1 : 0;
    }
}
