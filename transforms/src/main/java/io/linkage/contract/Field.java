package io.linkage.contract;

import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of one table: its only declaration.
 *
 * @param table name of the table that declares it
 * @param name column name, snake_case with its unit
 * @param domain type, unit and range
 * @param required whether every row has a value
 * @param privacy how closely it touches a person
 * @param meaning one sentence for the reader
 * @param origin who fills it
 * @param target the column it refers to, or null
 * @param standard value where a company delivers none, as text; null: no such value
 */
public record Field(
        String table,
        String name,
        Domain domain,
        boolean required,
        Privacy privacy,
        String meaning,
        Origin origin,
        Field target,
        String standard)
        implements Serializable {

    /** Who fills a column. */
    public enum Origin {
        /** The company, by an expression in its configuration. */
        RECEIVED,
        /** Linkage. */
        DERIVED
    }

    /** The column in the rows at hand. */
    public Column col() {
        return functions.col(name);
    }

    /** The column in the rows under an alias: {@code orders.customer_key}. */
    public Column of(String alias) {
        return functions.col(alias + "." + name);
    }

    /** An expression, cast to the column's type and given its name. */
    public Column is(Column expression) {
        return expression.cast(domain.type()).as(name);
    }

    /** The same value for all rows. */
    public Column is(Object constant) {
        return is(lit(constant));
    }

    /** No value: allowed only where it is not required. */
    public Column unknown() {
        return is(lit(null));
    }

    /** The column it refers to. */
    public Optional<Field> reference() {
        return Optional.ofNullable(target);
    }

    /** {@code table.column}. */
    public String path() {
        return table + "." + name;
    }

    /** The field as Spark knows it, with its meaning as comment. */
    public StructField toSpark() {
        return new StructField(
                name,
                domain.type(),
                true,
                new MetadataBuilder().putString("comment", comment()).build());
    }

    /** What readers see as the column's comment: its meaning, and its unit where there is one. */
    public String comment() {
        return domain.unit().isEmpty() ? meaning : meaning + " [" + domain.unit() + "]";
    }
}
