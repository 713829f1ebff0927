package io.linkage.jobs.lake;

import io.linkage.contract.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * One row of a release, read without a Spark session.
 *
 * @param values by column name; a column without a value, or that an older release lacks, is not among them
 */
public record PlainRow(Map<String, Object> values) {

    /** Whether the column has a value. */
    public boolean has(Field field) {
        return values.containsKey(field.name());
    }

    /** The same row without a value in the column. */
    public PlainRow without(Field field) {
        Map<String, Object> others = new HashMap<>(values);
        others.remove(field.name());
        return new PlainRow(others);
    }

    /** A text, or null. */
    public String text(Field field) {
        return (String) values.get(field.name());
    }

    /** A number, NaN where there is none. */
    public double number(Field field) {
        return values.get(field.name()) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** A whole number, 0 where there is none. */
    public long count(Field field) {
        return values.get(field.name()) instanceof Number number ? number.longValue() : 0;
    }

    /** An amount, 0 where there is none. */
    public BigDecimal amount(Field field) {
        return values.get(field.name()) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
    }

    /** A day, or null. */
    public LocalDate date(Field field) {
        return (LocalDate) values.get(field.name());
    }

    /** A flag, false where there is none. */
    public boolean flag(Field field) {
        return Boolean.TRUE.equals(values.get(field.name()));
    }
}
