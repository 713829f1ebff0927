package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Keys;
import io.linkage.contract.Table;
import io.linkage.table.staging.Arrival;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Decides which of the clean rows that share a key stands. The latest by {@code changed_at} does; among rows that tie,
 * exact repeats of the first to come count as duplicates, and rows that contradict each other are all quarantined: then the
 * latest before them stands. A deletion is of its own source: it stands where no other source has the row.
 */
final class Deduplicate {
    static final String OUTCOME = "_outcome";
    static final String KEPT = "kept";
    static final String DUPLICATE = "duplicate";
    static final String QUARANTINED = "quarantined";
    /** What a reader should know of a kept row; null where there is nothing. */
    static final String WARNING = "_warning";
    /** Digest of the contents: equal contents, equal digest. */
    static final String CONTENT = "_content";

    /** Whether nothing is wrong with the row by itself. */
    static final String CLEAN = "_clean";

    /** Whether the row is the last that its own source says; there only where several sources may hold one record. */
    static final String SPEAKS = "_speaks";

    private static final String TURN = "_turn";
    private static final String PLACE = "_place";
    private static final String AGREED = "_agreed";
    private static final String BEST = "_best";
    private static final String DELETES = "_deletes";
    private static final String ENDED = "_ended";

    private Deduplicate() {}

    /**
     * The same rows, each with its outcome.
     *
     * @param keyed whether any source gives whole keys; else each row has its own from {@link LineNumbers}
     * @param changes whether any source sends changes
     * @param rivals whether several sources may hold one record
     */
    static Dataset<Row> rows(Table contract, Dataset<Row> judged, boolean keyed, boolean changes, boolean rivals) {
        Dataset<Row> rows = judged.withColumn(CLEAN, col(Judge.REASON).isNull());
        Dataset<Row> filled = contract.numbered() == null
                ? rows.withColumn(WARNING, lit(null).cast("string"))
                : LineNumbers.filled(contract, rows);
        Dataset<Row> digested = filled.withColumn(CONTENT, content(contract));
        if (!keyed) {
            return unique(digested).drop(CLEAN);
        }
        Dataset<Row> told = FirstLoad.told(contract, digested, changes);
        Dataset<Row> decided = rivals ? rankedOfSources(contract, told) : ranked(told, key(contract), turn(contract));
        return (contract.history() ? decided : decided.drop(SPEAKS)).drop(CLEAN, FirstLoad.SINCE);
    }

    /** A deletion that brings what it deletes is not a repeat of it. */
    private static Column content(Table contract) {
        List<Column> content = new ArrayList<>(List.of(Landing.deletes()));
        contract.received().forEach(field -> content.add(field.col()));
        return Keys.contents(content);
    }

    private static Dataset<Row> unique(Dataset<Row> rows) {
        return rows.withColumn(OUTCOME, when(col(Judge.REASON).isNull(), KEPT).otherwise(QUARANTINED));
    }

    /** Each source first says for itself whether it still has the row; those that do go before those that ended it. */
    private static Dataset<Row> rankedOfSources(Table contract, Dataset<Row> rows) {
        List<Column> ofSource = key(contract);
        ofSource.add(col(Arrival.SOURCE));
        Dataset<Row> said = placed(rows, ofSource, turn(contract))
                .withColumn(SPEAKS, isBest())
                .withColumn(ENDED, coalesce(col(BEST).getField(DELETES), lit(false)));
        List<Column> turn = turn(contract);
        turn.add(0, col(ENDED));
        return ranked(said, key(contract), turn).drop(ENDED);
    }

    private static Dataset<Row> ranked(Dataset<Row> rows, List<Column> within, List<Column> turn) {
        return verdict(placed(rows, within, turn)).drop(TURN, PLACE, AGREED, BEST);
    }

    private static List<Column> key(Table contract) {
        List<Column> key = new ArrayList<>(List.of(col(CLEAN)));
        contract.keys().forEach(part -> key.add(part.name().equals(Arrival.LOADED) ? night(contract) : part.col()));
        return key;
    }

    private static Dataset<Row> placed(Dataset<Row> rows, List<Column> within, List<Column> turn) {
        WindowSpec key = Window.partitionBy(within.toArray(Column[]::new));
        List<Column> order = new ArrayList<>(turn);
        order.add(col(CONTENT));
        order.addAll(position());
        WindowSpec byTurn = key.orderBy(turn.toArray(Column[]::new));
        WindowSpec ofTurn = byTurn.rangeBetween(Window.currentRow(), Window.currentRow());
        Column best = min(when(
                col(AGREED),
                struct(col(TURN), col(PLACE), col(CONTENT), Landing.deletes().as(DELETES))));
        return rows.withColumn(TURN, dense_rank().over(byTurn))
                .withColumn(
                        AGREED, min(CONTENT).over(ofTurn).equalTo(max(CONTENT).over(ofTurn)))
                .withColumn(PLACE, row_number().over(key.orderBy(order.toArray(Column[]::new))))
                .withColumn(BEST, best.over(key));
    }

    private static Column isBest() {
        return coalesce(col(PLACE).equalTo(col(BEST).getField(PLACE)), lit(false));
    }

    /** Each night has its own state of a record, but news of all nights together has one where only extracts have a history. */
    private static Column night(Table contract) {
        Column loaded = col(Landing.LOADED);
        return contract.extractsOnly() ? when(col(Judge.LOAD).equalTo(Load.FULL.name()), loaded) : loaded;
    }

    private static Dataset<Row> verdict(Dataset<Row> placed) {
        Column faulty = col(Judge.REASON).isNotNull();
        Column standing = col(BEST).getField(CONTENT);
        Column stands = isBest();
        // What came before the rows that contradict each other is as it was.
        Column contradicted = col(AGREED)
                .equalTo(false)
                .and(col(BEST).isNull().or(col(TURN).lt(col(BEST).getField(TURN))));
        Column laterContradiction =
                col(Judge.LOAD).equalTo(Load.APPEND.name()).and(col(CONTENT).notEqual(standing));
        Column conflict = contradicted.or(laterContradiction.and(col("_dated").equalTo(false)));
        Column reason = when(faulty, col(Judge.REASON))
                .when(conflict, lit("key: CONFLICT"))
                .when(stands, lit(null))
                .when(col(CONTENT).equalTo(standing), lit("key: REPEATED"))
                .otherwise(lit("key: SUPERSEDED"));
        Column outcome =
                when(faulty.or(conflict), QUARANTINED).when(stands, KEPT).otherwise(DUPLICATE);
        return placed.withColumn("_dated", col(Arrival.CHANGED).isNotNull())
                .withColumn(OUTCOME, outcome)
                .withColumn(Judge.REASON, reason)
                .drop("_dated");
    }

    /** Rows whose turn is equal have the same claim to stand. */
    private static List<Column> turn(Table contract) {
        Column day = unix_date(col(FirstLoad.SINCE));
        Column byLoad = when(FirstLoad.sendsChanges(), day.multiply(-1)).otherwise(day);
        List<Column> turn = new ArrayList<>();
        // A change that does not say when it was made, such as a deletion with the key alone, was made by the end of
        // the night that first brought it.
        Column night =
                when(FirstLoad.sendsChanges(), date_add(col(FirstLoad.SINCE), 1).cast("timestamp"));
        contract.field(Arrival.CHANGED)
                .ifPresent(changed -> turn.add(coalesce(changed.col(), night).desc_nulls_last()));
        turn.add(byLoad);
        return turn;
    }

    /** Where the row stood: only ever parts rows with equal contents. */
    static List<Column> position() {
        return List.of(col(Arrival.SOURCE), col(Landing.LOADED), col(Landing.FILE), col(Landing.RECORD));
    }
}
