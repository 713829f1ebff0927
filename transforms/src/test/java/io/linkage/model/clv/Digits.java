package io.linkage.model.clv;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Figures as papers print them. */
final class Digits {
    private Digits() {}

    static List<String> values(Fit<?> fit, int... decimals) {
        return IntStream.range(0, decimals.length)
                .mapToObj(i -> of(fit.estimates().get(i).value(), decimals[i]))
                .toList();
    }

    static List<String> errors(Fit<?> fit, int... decimals) {
        return IntStream.range(0, decimals.length)
                .mapToObj(i -> of(fit.estimates().get(i).standardError(), decimals[i]))
                .toList();
    }

    /** No zero before the point. */
    static String of(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replaceFirst("^0", "");
    }
}
