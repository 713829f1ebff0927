package io.linkage.jobs.feed;

import java.math.BigDecimal;

/** Numbers as text without an exponent: exactly the shortest decimal that reads back as the same number. */
final class PlainText {
    private PlainText() {}

    /** The number; {@code NaN} and {@code Infinity} stay words, for the contract to refuse. */
    static String of(Double number) {
        return number == null ? null : plain(number.toString());
    }

    /** The number; {@code NaN} and {@code Infinity} stay words, for the contract to refuse. */
    static String of(Float number) {
        return number == null ? null : plain(number.toString());
    }

    /** The number, with the zeros of its scale. */
    static String of(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static String plain(String text) {
        if (text.endsWith("N") || text.endsWith("y")) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
