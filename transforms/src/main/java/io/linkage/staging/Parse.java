package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Strict reading of text: a value that is not written as its source says becomes no value and a reason, never a guess.
 * Spark's own casts read {@code 10,50} as 1050 and {@code 45658} as a far year.
 */
final class Parse {
    /** Blanks, and marks that no eye sees. */
    private static final String BLANKS = " \t\r\n\u00a0\ufeff\u200b\u2060";

    private final Formats formats;

    Parse(Formats formats) {
        this.formats = formats;
    }

    /** The text without blanks around it; null where the source means "no value". */
    Column present(Column received) {
        Column text = trim(received.cast("string"), lit(BLANKS));
        Column absent = text.equalTo("");
        for (String token : formats.nulls()) {
            absent = absent.or(text.equalTo(token));
        }
        return when(absent, lit(null)).otherwise(text);
    }

    /** The typed value; null where the text is not one. */
    Column value(Column text, DataType type) {
        if (type instanceof StringType) {
            return text;
        }
        if (type instanceof DateType) {
            return first(formats.dates(), text).cast("date");
        }
        if (type instanceof TimestampType) {
            return moment(text);
        }
        if (type instanceof BooleanType) {
            return flag(text);
        }
        return number(text, type);
    }

    /** Reason code for text that is no value of the type. */
    static String fault(DataType type) {
        if (type instanceof DateType || type instanceof TimestampType) {
            return "DATE_FORMAT";
        }
        return type instanceof BooleanType ? "FLAG_FORMAT" : "NUMBER_FORMAT";
    }

    private Column number(Column text, DataType type) {
        String grouping = formats.grouping();
        String decimal = Pattern.quote(formats.decimal());
        String whole = grouping.isEmpty() ? "[0-9]+" : "([0-9]+|[0-9]{1,3}(" + Pattern.quote(grouping) + "[0-9]{3})+)";
        boolean fractional = type instanceof DecimalType || type instanceof DoubleType;
        Column written = text.rlike("^-?" + whole + (fractional ? "(" + decimal + "[0-9]+)?$" : "$"));
        Column plain = grouping.isEmpty() ? text : regexp_replace(text, Pattern.quote(grouping), "");
        if (!formats.decimal().equals(".")) {
            plain = regexp_replace(plain, decimal, ".");
        }
        return when(written.and(holds(plain, type)), plain.try_cast(type));
    }

    /** Digits beyond the scale would be rounded away, so they are refused unless they are zeros. */
    private static Column holds(Column plain, DataType type) {
        return type instanceof DecimalType decimal
                ? length(regexp_replace(regexp_replace(plain, "^[^.]*\\.?", ""), "0+$", ""))
                        .leq(decimal.scale())
                : lit(true);
    }

    private Column moment(Column text) {
        Column value = lit(null).cast("timestamp");
        for (String pattern : formats.moments()) {
            Column read = try_to_timestamp(text, lit(pattern));
            boolean carriesZone = pattern.replaceAll("'[^']*'", "").matches(".*[XxZzVO].*");
            value = coalesce(
                    value,
                    carriesZone ? read : to_utc_timestamp(read, formats.zone().getId()));
        }
        return value;
    }

    private static Column first(List<String> patterns, Column text) {
        Column value = lit(null).cast("timestamp");
        for (String pattern : patterns) {
            value = coalesce(value, try_to_timestamp(text, lit(pattern)));
        }
        return value;
    }

    private Column flag(Column text) {
        Column word = lower(text);
        return when(word.isin(formats.trues().toArray()), true)
                .when(word.isin(formats.falses().toArray()), false);
    }
}
