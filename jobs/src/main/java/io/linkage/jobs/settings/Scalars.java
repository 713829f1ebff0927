package io.linkage.jobs.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;

/** Texts of a configuration as values of the types that settings have. */
final class Scalars {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            int.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            double.class, Scalars::number,
            boolean.class, Scalars::flag,
            String.class, text -> text,
            LocalDate.class, LocalDate::parse,
            ZoneId.class, ZoneId::of,
            Currency.class, Currency::getInstance);
    private static final Map<Class<?>, String> WORDS = Map.of(
            int.class, "a whole number",
            long.class, "a whole number",
            Long.class, "a whole number",
            double.class, "a number with a decimal point",
            boolean.class, "true or false",
            String.class, "a text",
            LocalDate.class, "a date as yyyy-MM-dd",
            ZoneId.class, "a time zone as Europe/Amsterdam or UTC",
            Currency.class, "a currency by its code in ISO 4217, as EUR");

    private Scalars() {}

    /**
     * The value.
     *
     * @throws IllegalArgumentException when the text is none of that type
     */
    static Object read(Class<?> type, String text) {
        Function<String, Object> reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalStateException("No setting can have the type " + type + ": add it to Scalars");
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not " + word(type), e);
        }
    }

    /** The type in words. */
    static String word(Class<?> type) {
        return WORDS.get(type);
    }

    private static Object number(String text) {
        double number = Double.parseDouble(text);
        if (!text.matches("[-+0-9.eE]+") || !Double.isFinite(number)) {
            throw new IllegalArgumentException("not a number");
        }
        return number;
    }

    private static Object flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException("neither true nor false");
    }
}
