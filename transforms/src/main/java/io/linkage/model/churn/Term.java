package io.linkage.model.churn;

import java.io.Serializable;

/**
 * One column of the design: a number, its logarithm, or an indicator of a word or of a missing value.
 *
 * @param feature the feature it belongs to
 * @param level the word it indicates, {@link #MISSING}, {@link #LOGARITHM}, or an empty string for a number
 * @param mean its mean in the fit; a missing number takes it
 * @param deviation its standard deviation in the fit; 1 where the term is read back from a record
 */
public record Term(String feature, String level, double mean, double deviation) implements Serializable {
    /** Level of a value that is not known. */
    public static final String MISSING = "missing";

    /** Level of a number that enters by its logarithm, beside itself. */
    public static final String LOGARITHM = "ln()";

    private static final String IS = "=";
    private static final String OPEN = "ln(";
    private static final String CLOSE = ")";

    /** Feature, and the level it indicates. */
    public String code() {
        if (level.equals(LOGARITHM)) {
            return OPEN + feature + CLOSE;
        }
        return level.isEmpty() ? feature : feature + IS + level;
    }

    /** Whether the code of a feature can be read back. */
    static boolean canName(String feature) {
        return !feature.contains(IS) && !feature.startsWith(OPEN);
    }

    /** The term of a code. */
    public static Term of(String code, double mean) {
        if (code.startsWith(OPEN) && code.endsWith(CLOSE)) {
            return new Term(code.substring(OPEN.length(), code.length() - 1), LOGARITHM, mean, 1);
        }
        int is = code.indexOf(IS);
        return is < 0 ? new Term(code, "", mean, 1) : new Term(code.substring(0, is), code.substring(is + 1), mean, 1);
    }

    /** Whether it is a number, and no indicator. */
    boolean isNumber() {
        return level.isEmpty() || level.equals(LOGARITHM);
    }

    /** Reads the term; a missing number gives its mean, so that it adds nothing. */
    public Layout.Reader reader(Layout layout) {
        if (isNumber()) {
            Layout.Reader number = layout.reader(feature);
            boolean curved = level.equals(LOGARITHM);
            return observed -> {
                double value = number.of(observed);
                double taken = curved ? Layout.logarithm(value) : value;
                return Double.isFinite(taken) ? taken : mean;
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
