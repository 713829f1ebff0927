package io.linkage.staging;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.contract.Field;
import io.linkage.contract.Rule;
import io.linkage.contract.Table;
import io.linkage.table.staging.Arrival;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * Types the rows of one source and judges each by its contract: columns of the contract, those of {@link Landing},
 * {@link #REASON} (null: clean) and {@link #ROW} (the row as received, of a faulty row only).
 */
final class Judge {
    /** All reasons against the row, parted by semicolons; null where it is clean. */
    static final String REASON = "_reason";
    /** The row as it was received, as JSON; only where there is a reason. */
    static final String ROW = "_row";
    /** What the source's deliveries hold. */
    static final String LOAD = "_load";

    /** Digest of the row as it was received. */
    static final String DIGEST = "_digest";

    private static final String AS_RECEIVED = "_received";
    private static final String TEXT = "_text_";
    private static final String FAULT = "_fault_";

    private final Table contract;
    private final Received received;
    private final boolean parted;
    private final Parse parse;

    private Judge(Table contract, Received received, boolean parted) {
        this.contract = contract;
        this.received = received;
        this.parted = parted;
        this.parse = new Parse(received.formats());
    }

    /** The judged rows; parted: a source of the feed gives several rows for a record, so that all number them. */
    static Dataset<Row> rows(Table contract, Received received, boolean parted) {
        Judge judge = new Judge(contract, received, parted);
        return judge.judged(judge.answered(judge.typed(judge.present(judge.read()))));
    }

    /** Evaluates the company's expressions; each result under its own name, beside the row as received. */
    private Dataset<Row> read() {
        Column[] original = Stream.of(received.rows().columns())
                .filter(name -> !Landing.ALL.contains(name))
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        List<Column> columns = landing();
        columns.add(struct(original).as(AS_RECEIVED));
        columns.add(xxhash64(original).as(DIGEST));
        List<String> own = new ArrayList<>();
        for (Field field : contract.received()) {
            if (received.shares(field.name())) {
                columns.add(expression(field, received.columns()).as(TEXT + field.name()));
            } else {
                own.add(field.name());
            }
        }
        return parted
                ? Parts.unfolded(received, columns, own, this::ofPart)
                : received.rows().select(columns.toArray(Column[]::new));
    }

    /** The rows of a record are laid out in one list, so their values have one type. */
    private Column ofPart(String column, Map<String, String> part) {
        Field field = contract.field(column).orElseThrow();
        return expression(field, part.containsKey(column) ? part : received.columns())
                .cast("string")
                .as(TEXT + column);
    }

    private Column expression(Field field, Map<String, String> expressions) {
        String given = expressions.get(field.name());
        if (given != null) {
            return expr(given);
        }
        boolean standard = field.standard() != null && !field.equals(contract.numbered());
        return standard ? lit(field.standard()) : lit(null).cast("string");
    }

    /** The texts without blanks around them. A select of its own: what reads a value asks for its text in many branches. */
    private Dataset<Row> present(Dataset<Row> read) {
        return read.select(Stream.of(read.schema().fields())
                .map(field -> isText(field) ? parse.present(col(field.name())).as(field.name()) : col(field.name()))
                .toArray(Column[]::new));
    }

    private static boolean isText(StructField field) {
        return field.name().startsWith(TEXT) && field.dataType() instanceof StringType;
    }

    private Dataset<Row> typed(Dataset<Row> present) {
        List<Column> columns = carried();
        columns.add(col(AS_RECEIVED));
        columns.add(col(DIGEST));
        columns.add(col(Landing.LOADED).as(Arrival.LOADED));
        for (Field field : contract.received()) {
            Column text = text(field);
            Column value = value(
                    field, text, present.schema().apply(TEXT + field.name()).dataType());
            columns.add(value.as(field.name()));
            columns.add(text.isNotNull().and(value.isNull()).as(FAULT + field.name()));
        }
        if (contract.noAnswer() != null) {
            columns.add(text(contract.noAnswer().answer()));
        }
        return present.select(columns.toArray(Column[]::new));
    }

    /** A code for no answer is neither a value nor a fault. */
    private Dataset<Row> answered(Dataset<Row> typed) {
        if (contract.noAnswer() == null) {
            return typed;
        }
        Field answer = contract.noAnswer().answer();
        Field codes = contract.noAnswer().codes();
        Field reason = contract.noAnswer().reason();
        Column meaning = received.gives(codes.name())
                ? NoAnswers.meaning(text(answer), answer.col(), codes.col())
                : lit(null).cast("string");
        Column fault = col(FAULT + answer.name());
        return typed.withColumn(reason.name(), meaning)
                .withColumn(answer.name(), when(reason.col().isNull(), answer.col()))
                .withColumn(FAULT + answer.name(), fault.and(reason.col().isNull()));
    }

    private static Column text(Field field) {
        return col(TEXT + field.name());
    }

    private Column value(Field field, Column present, DataType found) {
        DataType wanted = field.domain().type();
        if (found instanceof StringType && !received.gives(field.name())) {
            return present.try_cast(wanted);
        }
        return found instanceof StringType ? parse.value(present, wanted) : present.try_cast(wanted);
    }

    private Dataset<Row> judged(Dataset<Row> typed) {
        Column reasons = nullif(concat_ws("; ", reasons().toArray(Column[]::new)), lit(""));
        List<Column> columns = carried();
        columns.addAll(List.of(
                lit(received.source()).as(Arrival.SOURCE),
                lit(received.load().name()).as(LOAD),
                late().as(Arrival.LATE),
                col(DIGEST),
                reasons.as(REASON),
                when(reasons.isNotNull(), to_json(col(AS_RECEIVED))).as(ROW)));
        contract.received().forEach(field -> columns.add(field.col()));
        if (contract.noAnswer() != null) {
            columns.add(contract.noAnswer().reason().col());
        }
        return typed.select(columns.toArray(Column[]::new));
    }

    /** The load of what came after the first delivery; null where a row may have been known before. */
    private Column late() {
        Column loaded = col(Landing.LOADED);
        return received.since()
                .map(first -> when(loaded.gt(lit(Date.valueOf(first))), loaded))
                .orElseGet(() -> lit(null).cast("date"));
    }

    private List<Column> reasons() {
        List<Column> reasons = new ArrayList<>();
        reasons.add(col(Landing.FAULT));
        Column matters = functions.not(Landing.deletes());
        for (Field field : contract.received()) {
            boolean key = contract.keys().contains(field);
            Column fault = col(FAULT + field.name());
            String format = field.name() + ": " + Parse.fault(field.domain().type());
            reasons.add(when(fault, lit(format)));
            if (field.required() && !isNumberedLater(field)) {
                Column missing = field.col().isNull().and(functions.not(fault));
                reasons.add(when(key ? missing : missing.and(matters), lit(field.name() + ": MISSING")));
            }
            field.domain()
                    .outside(field.name())
                    .ifPresent(outside -> reasons.add(when(outside, lit(field.name() + ": RANGE"))));
        }
        for (Rule rule : contract.rules()) {
            reasons.add(when(rule.broken(), lit(rule.code())));
        }
        return reasons;
    }

    /** A change must say itself which line it is of: one that is numbered as it comes would be a line more. */
    private boolean isNumberedLater(Field field) {
        return field.equals(contract.numbered()) && received.load() != Load.CHANGES;
    }

    private List<Column> carried() {
        List<Column> columns = landing();
        if (parted) {
            columns.add(col(Parts.PART));
        }
        return columns;
    }

    private static List<Column> landing() {
        List<Column> columns = new ArrayList<>();
        Landing.ALL.forEach(name -> columns.add(col(name)));
        return columns;
    }
}
