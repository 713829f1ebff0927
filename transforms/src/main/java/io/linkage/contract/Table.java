package io.linkage.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's contract: schema, checks, comments, dictionary and plan all follow from it.
 *
 * @param name table name with the prefix of its layer
 * @param layer zone it lives in
 * @param grain what one row is
 * @param meaning which question it answers
 * @param fields all columns in order
 * @param keys columns that together name a row
 * @param rules promises about whole rows
 * @param feed the feed it stages, or null
 * @param slice the column by which a night replaces only its own rows, or null: a night replaces the table
 * @param restricted whether it holds rows of HR persons
 * @param numbered the key column that Linkage numbers within the other keys where a company delivers none, or null
 * @param history whether each change of a row is kept, by the date it was loaded
 * @param extractsOnly whether that is so of full extracts alone: of what a source sends as news, what stands last is kept
 * @param moment the column that tells when the row's event happened, or null
 * @param spell from when to when a row holds, or null
 * @param noAnswer which codes mean that no answer was given, or null
 */
public record Table(
        String name,
        Layer layer,
        String grain,
        String meaning,
        List<Field> fields,
        List<Field> keys,
        List<Rule> rules,
        String feed,
        Field slice,
        boolean restricted,
        Field numbered,
        boolean history,
        boolean extractsOnly,
        Field moment,
        Spell spell,
        NoAnswer noAnswer) {

    /** Begins a contract. */
    public static TableBuilder named(String name, Layer layer) {
        return new TableBuilder(name, layer);
    }

    /**
     * The rows in the shape of the contract: exactly its columns, in order, with type and comment.
     *
     * @throws IllegalStateException when columns are missing; the message lists all of them
     */
    public Dataset<Row> shape(Dataset<Row> rows) {
        Set<String> missing = new TreeSet<>(names());
        for (String present : rows.columns()) {
            missing.remove(present);
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Table " + name + " misses " + String.join(", ", missing)
                    + "; the rows have " + String.join(", ", new LinkedHashSet<>(List.of(rows.columns())))
                    + ". Add them in the transform or change the contract.");
        }
        return rows.to(schema());
    }

    /** All columns nullable: whether a required one is filled is checked, with a count, not left to Spark. */
    public StructType schema() {
        return new StructType(fields.stream().map(Field::toSpark).toArray(StructField[]::new));
    }

    /** Column names in order. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** Key columns for a grouping or a join. */
    public Column[] keyColumns() {
        return keys.stream().map(Field::col).toArray(Column[]::new);
    }

    /** Names of the tables that its columns refer to. */
    public List<String> referredTables() {
        return references().stream()
                .map(field -> field.target().table())
                .distinct()
                .toList();
    }

    /** The column of this name. */
    public Optional<Field> field(String column) {
        return fields.stream().filter(field -> field.name().equals(column)).findFirst();
    }

    /** Columns that a company delivers. */
    public List<Field> received() {
        return fields.stream()
                .filter(field -> field.origin() == Field.Origin.RECEIVED)
                .toList();
    }

    /** The column that tells when the row's event happened. */
    public Optional<Field> event() {
        return Optional.ofNullable(moment);
    }

    /** Columns that refer to another table. */
    public List<Field> references() {
        return fields.stream().filter(field -> field.target() != null).toList();
    }

    /** Whether it is part of a curated release. */
    public boolean published() {
        return layer.published();
    }

    /** Name of the folder of its zone: HR person rows have their own. */
    public String zone() {
        return restricted ? "restricted" : layer.folder();
    }

    /** Every way in which a row may break this contract, each two-valued. */
    public List<Rule> verdicts() {
        List<Rule> verdicts = new ArrayList<>();
        for (Field field : fields) {
            if (field.required()) {
                verdicts.add(new Rule(
                        field.name() + ": MISSING",
                        field.name() + " is required",
                        field.col().isNull()));
            }
            field.domain()
                    .outside(field.name())
                    .ifPresent(outside -> verdicts.add(new Rule(
                            field.name() + ": RANGE",
                            field.name() + " must be " + field.domain().allowed(),
                            outside)));
        }
        verdicts.addAll(rules);
        return List.copyOf(verdicts);
    }
}
