package io.linkage.contract;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Type, unit, allowed range and name ending of a column: what makes two columns comparable.
 *
 * @param name the field's own word for it
 * @param type Spark type it is stored in
 * @param unit unit of measure, or an empty string where there is none
 * @param ending words one of which the column's name must end in (or begin with, for {@code is_}); empty: free
 * @param minimum least allowed value as a SQL literal, or null
 * @param maximum greatest allowed value as a SQL literal, or null
 * @param values the only allowed values; empty: any
 * @param additivity over which dimensions it may be summed
 */
public record Domain(
        String name,
        DataType type,
        String unit,
        List<String> ending,
        String minimum,
        String maximum,
        List<String> values,
        Additivity additivity)
        implements Serializable {

    public static final Domain KEY = of("key", DataTypes.LongType, "", "_key", "_sk");
    public static final Domain DATE_KEY =
            of("date key", DataTypes.IntegerType, "yyyyMMdd", "_date_key").between("-4", "99991231");
    public static final Domain ID = of("identifier", DataTypes.StringType, "", "_id", "_pseudonym");
    public static final Domain CODE = of("code", DataTypes.StringType, "", "_code");
    public static final Domain TEXT = of("text", DataTypes.StringType, "");
    /** Money in the company's reporting currency, rounded half up to the cent, per line, before any sum. */
    public static final Domain AMOUNT = of(
                    "amount", DataTypes.createDecimalType(18, 2), "reporting currency", "_amount")
            .additive(Additivity.ADDITIVE);
    /** Money as the source states it, in the currency beside it. */
    public static final Domain ORIGINAL_AMOUNT = of(
                    "original amount", DataTypes.createDecimalType(18, 2), "currency of the row", "_original")
            .additive(Additivity.NON_ADDITIVE);
    /** Up to six decimals: prices per gram and tenths of a cent occur. */
    public static final Domain PRICE = of(
                    "price", DataTypes.createDecimalType(18, 6), "currency of the row", "_price", "_cost")
            .additive(Additivity.NON_ADDITIVE);
    /** Reporting currency for one unit of the other currency. */
    public static final Domain FX_RATE = of(
                    "exchange rate", DataTypes.createDecimalType(18, 8), "reporting currency per unit", "_rate")
            .between("0.00000001", "1000000")
            .additive(Additivity.NON_ADDITIVE);

    public static final Domain QUANTITY = of("quantity", DataTypes.createDecimalType(18, 3), "pieces", "quantity")
            .additive(Additivity.ADDITIVE);
    public static final Domain COUNT =
            of("count", DataTypes.LongType, "rows", "_count").between("0", null).additive(Additivity.ADDITIVE);
    public static final Domain NUMBER = of("number", DataTypes.IntegerType, "", "_number", "_order", "_months");
    public static final Domain DAYS = of("days", DataTypes.IntegerType, "days", "_days")
            .between("0", null)
            .additive(Additivity.NON_ADDITIVE);
    public static final Domain WEEKS = of("weeks", DataTypes.DoubleType, "weeks", "_weeks")
            .between("0", null)
            .additive(Additivity.NON_ADDITIVE);
    public static final Domain SECONDS = of("seconds", DataTypes.LongType, "seconds", "_seconds")
            .between("0", null)
            .additive(Additivity.ADDITIVE);
    public static final Domain HOURS = of("hours", DataTypes.DoubleType, "hours a week", "_hours")
            .between("0", "168")
            .additive(Additivity.NON_ADDITIVE);
    public static final Domain SHARE = of("share", DataTypes.DoubleType, "0 to 1", "_share")
            .between("0", "1")
            .additive(Additivity.NON_ADDITIVE);
    /** A quotient that may leave 0 to 1. */
    public static final Domain RATIO =
            of("ratio", DataTypes.DoubleType, "", "_ratio").additive(Additivity.NON_ADDITIVE);

    public static final Domain WEIGHT = of("weight", DataTypes.DoubleType, "0 to 1", "_weight")
            .between("0", "1")
            .additive(Additivity.ADDITIVE);
    /** A respondent's weight in the sample: at least 0, about 1 on average. */
    public static final Domain SAMPLE_WEIGHT = of("sample weight", DataTypes.DoubleType, "", "_weight")
            .between("0", null)
            .additive(Additivity.ADDITIVE);

    public static final Domain PROBABILITY = of("probability", DataTypes.DoubleType, "0 to 1", "_probability")
            .between("0", "1")
            .additive(Additivity.NON_ADDITIVE);
    public static final Domain SCORE =
            of("score", DataTypes.DoubleType, "points", "_score").additive(Additivity.NON_ADDITIVE);
    /** A place in an order of merit, 1 is best; half places where two tie. */
    public static final Domain RANK = of("rank", DataTypes.DoubleType, "place", "_rank")
            .between("1", null)
            .additive(Additivity.NON_ADDITIVE);
    /** A value whose unit depends on the metric or parameter that the row names. */
    public static final Domain ESTIMATE = of("estimate", DataTypes.DoubleType, "of the metric", "_estimate", "_error")
            .additive(Additivity.NON_ADDITIVE);
    /** An expected number of events: a real number, not a count. */
    public static final Domain EXPECTED = of(
                    "expectation", DataTypes.DoubleType, "purchases", "expected_purchases", "expected_renewals")
            .between("0", null)
            .additive(Additivity.ADDITIVE);

    public static final Domain DATE =
            of("date", DataTypes.DateType, "", "_date", "_from", "_to").between("1900-01-01", "9999-12-31");
    public static final Domain MOMENT =
            of("moment", DataTypes.TimestampType, "UTC", "_at").between("1900-01-01 00:00:00", "2199-12-31 23:59:59");
    public static final Domain FLAG = of("flag", DataTypes.BooleanType, "", "is_", "has_");

    /** A domain with no range, no list and no sum. */
    public static Domain of(String name, DataType type, String unit, String... ending) {
        return new Domain(name, type, unit, List.of(ending), null, null, List.of(), Additivity.ATTRIBUTE);
    }

    /** The same domain within bounds, both inclusive; null leaves a side open. */
    public Domain between(String least, String greatest) {
        return new Domain(name, type, unit, ending, least, greatest, values, additivity);
    }

    /** The same domain with a closed list of values. */
    public Domain oneOf(String... allowed) {
        return new Domain(name, type, unit, ending, minimum, maximum, Arrays.asList(allowed), additivity);
    }

    /** The same domain under another rule of summing. */
    public Domain additive(Additivity rule) {
        return new Domain(name, type, unit, ending, minimum, maximum, values, rule);
    }

    /** The same domain in another unit. */
    public Domain in(String otherUnit) {
        return new Domain(name, type, otherUnit, ending, minimum, maximum, values, additivity);
    }

    /** Whether a column of this name may have this domain (house rule: the unit stands in the name). */
    public boolean fits(String columnName) {
        return ending.isEmpty()
                || ending.stream()
                        .anyMatch(word -> word.endsWith("_")
                                ? columnName.startsWith(word)
                                : columnName.equals(word)
                                        || columnName.endsWith(word)
                                        || columnName.equals(word.substring(1)));
    }

    /** True where a present value lies outside the domain; null or false elsewhere. */
    public Optional<Column> outside(String columnName) {
        Column value = col(columnName);
        Column outside = null;
        if (minimum != null) {
            outside = or(outside, value.lt(lit(minimum).cast(type)));
        }
        if (maximum != null) {
            outside = or(outside, value.gt(lit(maximum).cast(type)));
        }
        if (type.equals(DataTypes.DoubleType)) {
            outside = or(outside, value.isNaN());
            outside = or(outside, org.apache.spark.sql.functions.abs(value).equalTo(lit(Double.POSITIVE_INFINITY)));
        }
        if (!values.isEmpty()) {
            outside = or(outside, not(value.isin(values.toArray())));
        }
        return Optional.ofNullable(outside);
    }

    /** What is allowed, in words a person can act on. */
    public String allowed() {
        if (!values.isEmpty()) {
            return "one of " + String.join(", ", values);
        }
        if (minimum != null && maximum != null) {
            return minimum + " to " + maximum;
        }
        if (minimum != null) {
            return "at least " + minimum;
        }
        return maximum == null ? "any " + name : "at most " + maximum;
    }

    private static Column or(Column left, Column right) {
        return left == null ? right : left.or(right);
    }
}
