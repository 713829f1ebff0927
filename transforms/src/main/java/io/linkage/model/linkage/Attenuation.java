package io.linkage.model.linkage;

import java.util.OptionalDouble;

/**
 * What a correlation would be if both figures were measured without error: r / sqrt(rel_x rel_y) (Spearman 1904, American
 * Journal of Psychology 15(1)). Reliabilities are ICC(2) of unit means, 0 to 1.
 */
public final class Attenuation {
    private Attenuation() {}

    /** Empty where a reliability is not above 0, or so low that the result would not be a correlation. */
    public static OptionalDouble corrected(double correlation, double reliabilityX, double reliabilityY) {
        double corrected = correlation / Math.sqrt(reliabilityX * reliabilityY);
        boolean known = reliabilityX > 0 && reliabilityX <= 1 && reliabilityY > 0 && reliabilityY <= 1;
        return known && Math.abs(corrected) <= 1 ? OptionalDouble.of(corrected) : OptionalDouble.empty();
    }
}
