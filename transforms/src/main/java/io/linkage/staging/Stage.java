package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.table.ops.Intake;
import io.linkage.table.quarantine.Quarantined;
import io.linkage.table.staging.Arrival;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Stages one feed. Every received row gets exactly one outcome: kept, duplicate or quarantined; the caller computes the
 * judged rows once (and may keep them) and takes the three results from them.
 */
public final class Stage {
    /** Reason of rows against which there is nothing. */
    public static final String NO_REASON = "none";

    private Stage() {}

    /** All rows of all sources of the feed, each with its outcome and reasons. */
    public static Dataset<Row> judged(Table contract, List<Received> sources) {
        boolean parted = sources.stream().anyMatch(source -> !source.each().isEmpty());
        boolean keyed = contract.numbered() == null
                || sources.stream()
                        .anyMatch(source -> source.gives(contract.numbered().name()));
        boolean changes = sources.stream().anyMatch(source -> source.load() == Load.CHANGES);
        Dataset<Row> decided = Deduplicate.rows(
                contract, union(contract, sources, parted), keyed, changes, areRivals(contract, sources));
        return NoAnswers.warned(contract, Overlaps.warned(contract, decided));
    }

    /** The rows that stand, in the shape of the staging table. */
    public static Dataset<Row> kept(Table contract, Dataset<Row> judged) {
        if (contract.history()) {
            return contract.shape(History.of(contract, judged));
        }
        return contract.shape(judged.filter(col(Deduplicate.OUTCOME).equalTo(Deduplicate.KEPT))
                .filter(not(Landing.deletes()))
                .withColumn(Arrival.LOADED, col(Landing.LOADED)));
    }

    /** The rows that broke the contract, with every reason and the row as it was received. */
    public static Dataset<Row> quarantined(Table contract, Dataset<Row> judged) {
        Table table = Quarantined.of(contract);
        Dataset<Row> refused = judged.filter(col(Deduplicate.OUTCOME).equalTo(Deduplicate.QUARANTINED))
                .withColumn(Judge.ROW, coalesce(col(Judge.ROW), typed(contract)));
        Dataset<Row> records = Parts.in(refused) ? Parts.ofRecords(refused, Judge.REASON, Judge.ROW) : refused;
        return table.shape(records.select(
                Quarantined.SOURCE_CODE.is(col(Arrival.SOURCE)),
                Quarantined.LOADED_DATE.is(col(Landing.LOADED)),
                Quarantined.FILE_NAME.is(col(Landing.FILE)),
                Quarantined.RECORD_NUMBER.is(col(Landing.RECORD)),
                Quarantined.REASON.is(col(Judge.REASON)),
                Quarantined.RECEIVED_ROW.is(col(Judge.ROW))));
    }

    /**
     * Rows that each night up to D received, by source, outcome and first reason, in the shape of {@code ops_intake}: those of
     * tonight are what it holds; of an earlier night they tell how its rows are judged by the configuration of today.
     */
    public static Dataset<Row> counted(Table contract, Dataset<Row> judged, LocalDate asOf, ZoneId zone) {
        Column reason = coalesce(
                col(Deduplicate.WARNING), split(col(Judge.REASON), "; ").getItem(0), lit(NO_REASON));
        Column later = laterThan(contract, asOf, zone);
        boolean parted = Parts.in(judged);
        Column records = parted ? count(when(Parts.decides(), 1)) : count(lit(1));
        return Intake.TABLE.shape((parted ? Parts.deciding(judged, reason) : judged)
                .groupBy(
                        Intake.AS_OF_DATE.is(col(Landing.LOADED)),
                        Intake.SOURCE_CODE.is(col(Arrival.SOURCE)),
                        Intake.OUTCOME_CODE.is(col(Deduplicate.OUTCOME)),
                        Intake.REASON_CODE.is(reason))
                .agg(
                        Intake.ROW_COUNT.is(count(lit(1))),
                        Intake.RECORD_COUNT.is(records),
                        Intake.LATER_ROW_COUNT.is(coalesce(sum(when(later, 1).otherwise(0)), lit(0))))
                .withColumn(Intake.FEED_CODE.name(), lit(contract.feed())));
    }

    /** Kept rows about a moment after the business date, which ends where the company is: they wait, visible in the count. */
    private static Column laterThan(Table contract, LocalDate asOf, ZoneId zone) {
        Column kept = col(Deduplicate.OUTCOME).equalTo(Deduplicate.KEPT);
        return contract.event()
                .map(event -> kept.and(day(event, zone).gt(lit(Date.valueOf(asOf)))))
                .orElse(lit(false));
    }

    private static Column day(Field event, ZoneId zone) {
        boolean isMoment = event.domain().type().equals(DataTypes.TimestampType);
        return isMoment ? Days.local(event.col(), zone) : event.col().cast("date");
    }

    /** Whether one source may end what another has: without history only a change does, as a full extract lacks the row. */
    private static boolean areRivals(Table contract, List<Received> sources) {
        return sources.size() > 1
                && (contract.history() || sources.stream().anyMatch(source -> source.load() == Load.CHANGES));
    }

    private static Dataset<Row> union(Table contract, List<Received> sources, boolean parted) {
        return sources.stream()
                .map(source -> Judge.rows(contract, source, parted))
                .reduce(Dataset::unionByName)
                .orElseThrow(() -> new IllegalArgumentException("Feed " + contract.feed() + " has no source"));
    }

    private static Column typed(Table contract) {
        return org.apache.spark.sql.functions.to_json(org.apache.spark.sql.functions.struct(
                contract.received().stream().map(Field::col).toArray(Column[]::new)));
    }
}
