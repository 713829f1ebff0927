package io.linkage.jobs.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.DoubleFunction;

/**
 * Sentences, numbers and days in the language of a page.
 *
 * @param language whose texts
 * @param texts the bundle's
 * @param currency of all amounts; empty: they are written without one
 */
public record Words(Language language, ResourceBundle texts, Optional<Currency> currency) {
    /** What stands where there is no figure. */
    public static final String NONE = "–";

    /** As wide as a plus, and no place to break a line. */
    private static final String MINUS = "\u2212";

    private static final double LARGE = 1_000;
    private static final double SMALL = .1;

    /** Languages that pages are written in; as the command line writes them. */
    public enum Language {
        en(Locale.UK),
        nl(Locale.forLanguageTag("nl-NL"));

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }

        /** As browsers name the form of its numbers. */
        public String tag() {
            return locale.toLanguageTag();
        }
    }

    /** The words of a bundle {@code <base>_<language>.properties}. */
    public static Words of(Language language, String base, Optional<Currency> currency) {
        ResourceBundle texts = ResourceBundle.getBundle(
                base,
                Locale.forLanguageTag(language.name()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(language, texts, currency);
    }

    /** A sentence, with texts at its places. */
    public String say(String key, Object... parts) {
        return String.format(locale(), texts.getString(key), parts);
    }

    /** The name of a code within a sentence: without a capital, but for words such as NPS. */
    public String within(String family, String code) {
        String name = name(family, code);
        boolean capitals = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return capitals ? name : name.substring(0, 1).toLowerCase(locale()) + name.substring(1);
    }

    /** The name of a code; a company's own code is its name. */
    public String name(String family, String code) {
        String key = family + "." + code;
        return texts.containsKey(key) ? texts.getString(key) : code;
    }

    /** Whole money, with cents below a thousand. */
    public String amount(double value) {
        return known(value, number -> money(Math.abs(number) < LARGE ? 2 : 0).format(number));
    }

    /** The same, exactly known. */
    public String amount(BigDecimal value) {
        return amount(value.doubleValue());
    }

    /** Money with a sign before it. */
    public String change(double value) {
        return sign(value) + amount(value);
    }

    /** A share of 0 to 1 as percent. */
    public String share(double value) {
        return known(
                value,
                number -> decimals(
                                NumberFormat.getPercentInstance(locale()),
                                number != 0 && Math.abs(number) < SMALL ? 1 : 0)
                        .format(number));
    }

    /** A share with a sign before it. */
    public String shareChange(double value) {
        return sign(value) + share(value);
    }

    /** Points of a scale such as NPS. */
    public String points(double value) {
        return decimal(value, 1);
    }

    /** Points with a sign before them. */
    public String pointsChange(double value) {
        return sign(value) + points(value);
    }

    /** A number with so many decimals. */
    public String decimal(double value, int decimals) {
        return known(
                value,
                number -> decimals(NumberFormat.getNumberInstance(locale()), decimals)
                        .format(number));
    }

    /** The same with a sign before it. */
    public String decimalChange(double value, int decimals) {
        return sign(value) + decimal(value, decimals);
    }

    /** A whole number. */
    public String count(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    /** Two ends, each written the same way. */
    public String interval(double low, double high, DoubleFunction<String> write) {
        return Double.isFinite(low) && Double.isFinite(high)
                ? say("interval", write.apply(low), write.apply(high))
                : NONE;
    }

    /** A day. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()));
    }

    /** The month of a day. */
    public String month(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("MMMM yyyy", locale()));
    }

    /** The month of a day, for an axis. */
    public String shortMonth(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("MMM yyyy", locale()));
    }

    private Locale locale() {
        return language.locale;
    }

    private static String sign(double value) {
        return value > 0 ? "+" : "";
    }

    private static String known(double value, DoubleFunction<String> write) {
        return Double.isFinite(value) ? (value < 0 ? MINUS : "") + write.apply(Math.abs(value)) : NONE;
    }

    private NumberFormat money(int decimals) {
        NumberFormat format = currency.map(known -> {
                    NumberFormat money = NumberFormat.getCurrencyInstance(locale());
                    money.setCurrency(known);
                    return money;
                })
                .orElseGet(() -> NumberFormat.getNumberInstance(locale()));
        return decimals(format, decimals);
    }

    private static NumberFormat decimals(NumberFormat format, int decimals) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
