package io.linkage.table.mart;

import io.linkage.contract.Domain;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code mart_steering} steers by: each measure with its unit, the side that looks after it, and which way is good. */
public enum SteeringMeasure {
    REVENUE(Area.SALES, Unit.MONEY, Good.MORE, "sales less returns of the month"),
    MARGIN(Area.SALES, Unit.MONEY, Good.MORE, "revenue less cost of goods of the month"),
    BUYERS(Area.SALES, Unit.COUNT, Good.MORE, "customers who bought in the month"),
    CONTACTS(Area.SERVICE, Unit.COUNT, Good.LESS, "service contacts of the month"),
    SOLVED(Area.SERVICE, Unit.SHARE, Good.MORE, "share of the contacts of known outcome that were solved at once"),
    COST_TO_SERVE(Area.SERVICE, Unit.MONEY, Good.LESS, "ledger cost of serving customers, unused capacity left out"),
    NPS(Area.EXPERIENCE, Unit.POINTS, Good.MORE, "promoters less detractors, -100 to 100"),
    CSAT(Area.EXPERIENCE, Unit.SHARE, Good.MORE, "share of answers in the top quarter of the scale"),
    CES(Area.EXPERIENCE, Unit.SHARE, Good.MORE, "mean answer about effort, as a share of its scale"),
    ENGAGEMENT(Area.EMPLOYEES, Unit.SHARE, Good.MORE, "mean engagement of employees, as a share of its scale"),
    FEEDBACK(Area.DELIVERY, Unit.COUNT, Good.LESS, "feedback given in the month"),
    TOLD_BACK(
            Area.DELIVERY, Unit.SHARE, Good.MORE, "share of the month's feedback that was told what was done with it"),
    EQUITY(Area.VALUE, Unit.MONEY, Good.MORE, "sum of the customers' lifetime values on the business date"),
    CONCENTRATION(Area.VALUE, Unit.SHARE, Good.LESS, "part of the margin that the best 20 % of the buyers hold"),
    RETENTION(Area.VALUE, Unit.SHARE, Good.MORE, "share of last year's buyers who bought again in the year since"),
    WALLET(Area.VALUE, Unit.SHARE, Good.MORE, "mean share of wallet of the buyers"),
    ACQUISITION_RATIO(Area.VALUE, Unit.RATIO, Good.MORE, "lifetime value acquired over the cost of acquiring it"),
    RETENTION_RATIO(Area.VALUE, Unit.RATIO, Good.MORE, "lifetime value retained over the cost of keeping it");

    /** Which part of the organisation looks after a measure. */
    public enum Area {
        SALES,
        SERVICE,
        DELIVERY,
        EXPERIENCE,
        EMPLOYEES,
        VALUE
    }

    /** In what it is told. */
    public enum Unit {
        MONEY,
        COUNT,
        SHARE,
        POINTS,
        RATIO
    }

    /** Which way is good. */
    public enum Good {
        MORE,
        LESS
    }

    private final Area area;
    private final Unit unit;
    private final Good good;
    private final String meaning;

    SteeringMeasure(Area area, Unit unit, Good good, String meaning) {
        this.area = area;
        this.unit = unit;
        this.good = good;
        this.meaning = meaning;
    }

    /** The measure of a code. */
    public static SteeringMeasure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As tables have it. */
    public String code() {
        return word(this);
    }

    /** Who looks after it, as tables have it. */
    public String area() {
        return word(area);
    }

    /** In what it is told, as tables have it. */
    public String unit() {
        return word(unit);
    }

    /** 1 where more is better, -1 where less is. */
    public int sign() {
        return good == Good.MORE ? 1 : -1;
    }

    /** Whether it grows and falls in proportion, as money and counts do. */
    public boolean isAmount() {
        return unit == Unit.MONEY || unit == Unit.COUNT;
    }

    /** Whether it counts what happened, so that a month in which nothing did has 0. */
    public boolean isCount() {
        return unit == Unit.COUNT;
    }

    /** The nearest value that it can have. */
    public double within(double value) {
        return switch (unit) {
            case SHARE -> Math.min(Math.max(value, 0), 1);
            case POINTS -> Math.min(Math.max(value, -100), 100);
            case COUNT -> Math.max(value, 0);
            case MONEY, RATIO -> value;
        };
    }

    /** Whether it is a part of counted things, so that its interval follows from their number. */
    public boolean isProportion() {
        return this == SOLVED || this == CSAT || this == TOLD_BACK || this == RETENTION;
    }

    /** Whether its months go on growing after their end, so that the last does not compare with those before. */
    public boolean isRipening() {
        return this == TOLD_BACK;
    }

    /** Whether it is a state on a business date, which only the night of that date knows. */
    public boolean isState() {
        return area == Area.VALUE;
    }

    static Domain codes() {
        return Domain.CODE.oneOf(Stream.of(values()).map(SteeringMeasure::code).toArray(String[]::new));
    }

    static Domain areas() {
        return words(Area.values());
    }

    static Domain units() {
        return words(Unit.values());
    }

    /** Codes and meanings of all, as one sentence. */
    static String meanings() {
        return Stream.of(values())
                .map(measure -> measure.code() + ": " + measure.meaning)
                .collect(Collectors.joining("; ", "What is measured; ", ""));
    }

    private static Domain words(Enum<?>[] values) {
        return Domain.CODE.oneOf(
                Arrays.stream(values).map(SteeringMeasure::word).toArray(String[]::new));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
