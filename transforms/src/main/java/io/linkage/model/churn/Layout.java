package io.linkage.model.churn;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Which numbers an {@link Observed} holds at which place. Skewed ones (days, counts, money) enter a model by their
 * logarithm: sign(x) ln(1 + |x|).
 *
 * @param numbers features in the order of their places
 * @param skewed those that enter by their logarithm
 */
public record Layout(List<String> numbers, Set<String> skewed) implements Serializable {
    public Layout {
        numbers = List.copyOf(numbers);
        skewed = Set.copyOf(skewed);
    }

    /** Reads one feature as a number on its scale in the model; NaN where not known. */
    Reader reader(String feature) {
        int place = numbers.indexOf(feature);
        if (place < 0) {
            return observed -> observed.number(feature);
        }
        return skewed.contains(feature)
                ? observed -> logarithm(observed.numbers()[place])
                : observed -> observed.numbers()[place];
    }

    static double logarithm(double x) {
        return Math.signum(x) * Math.log1p(Math.abs(x));
    }

    /** Reads a number. */
    public interface Reader extends Serializable {
        /** The number of an observation. */
        double of(Observed observed);
    }
}
