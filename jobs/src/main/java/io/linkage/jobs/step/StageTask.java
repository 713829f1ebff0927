package io.linkage.jobs.step;

import io.linkage.contract.Table;
import io.linkage.jobs.Stop;
import io.linkage.jobs.feed.LandedNames;
import io.linkage.jobs.lake.LandingZone;
import io.linkage.jobs.lake.Written;
import io.linkage.jobs.settings.Source;
import io.linkage.settings.GateSettings;
import io.linkage.staging.Load;
import io.linkage.staging.Received;
import io.linkage.staging.Stage;
import io.linkage.table.ops.Intake;
import io.linkage.table.quarantine.Quarantined;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Stages one feed: what stands, what went to quarantine, and the count of both.
 *
 * @param contract staging table of the feed
 * @param sources sources that deliver the feed; none: the table stays without rows
 */
public record StageTask(Table contract, List<Source> sources) implements Task {

    @Override
    public String name() {
        return contract.name();
    }

    @Override
    public List<String> reads() {
        return sources.stream()
                .map(source -> "landing_" + source.feed() + "_" + source.name())
                .toList();
    }

    @Override
    public List<String> refersTo() {
        return contract.referredTables();
    }

    @Override
    public Outcome run(Night night) {
        List<Received> received = sources.stream()
                .flatMap(source -> received(source, night).stream())
                .toList();
        if (received.isEmpty()) {
            return absent(night);
        }
        night.lake()
                .sizedFor(sources.stream()
                        .collect(Collectors.toMap(
                                source -> night.lake().warehouse().landing(source.feed(), source.name()),
                                Source::rowsPerRecord)));
        Dataset<Row> judged = Stage.judged(contract, received);
        try {
            return stage(judged, counted(judged, received, night), night);
        } finally {
            judged.unpersist();
        }
    }

    /** A feed that was delivered once and is not any more leaves no rows behind, of an earlier try of this night neither. */
    private Outcome absent(Night night) {
        new SetAside(Intake.TABLE, night).keep(name(), List.of());
        empty(contract, night);
        if (night.lake().exists(Quarantined.of(contract))) {
            empty(Quarantined.of(contract), night);
        }
        return new Outcome(0, night.lake().version(contract).orElse(-1), List.of("no source delivers this feed"));
    }

    private static void empty(Table table, Night night) {
        if (!night.lake().exists(table)
                || !night.lake().read(table, night.asOf()).isEmpty()) {
            night.lake().write(table, night.lake().none(table), night.stamp());
        }
    }

    /** The first use of the judged rows, which keeps them: here, if not in its plan, expressions are evaluated. */
    private List<Row> counted(Dataset<Row> judged, List<Received> received, Night night) {
        try {
            Dataset<Row> kept = judged.persist(StorageLevel.MEMORY_AND_DISK());
            return Stage.counted(contract, kept, night.asOf(), night.timeZone()).collectAsList();
        } catch (Exception failure) {
            // Spark is Scala: its checked exceptions are not declared.
            Optional<Stop> stop = FailedExpression.ofColumns(contract.feed(), received.stream(), failure);
            if (stop.isPresent()) {
                throw stop.get();
            }
            throw failure;
        }
    }

    private Outcome stage(Dataset<Row> judged, List<Row> all, Night night) {
        List<Row> counts = all.stream().filter(row -> isOf(row, night.asOf())).toList();
        Written refused =
                night.lake().write(Quarantined.of(contract), Stage.quarantined(contract, judged), night.stamp());
        BuildTask.requireKept(refused, night);
        new SetAside(Intake.TABLE, night).keep(name(), counts);
        requireClean(
                counts,
                "received for " + night.asOf(),
                "mend the source, which " + night.ingestCommand()
                        + " reads anew, or the expressions in the configuration",
                night);
        List<Row> earlier = all.stream().filter(row -> !isOf(row, night.asOf())).toList();
        requireClean(
                earlier,
                "received on earlier nights, which are read again,",
                "mend the expressions and formats in the configuration, which hold for those nights too",
                night);
        Written written = night.lake().write(contract, Stage.kept(contract, judged), night.stamp());
        BuildTask.requireKept(written, night);
        return Outcome.of(written, notes(counts));
    }

    private static String[] notes(List<Row> counts) {
        long quarantined = count(counts, "quarantined");
        List<String> notes = new ArrayList<>();
        if (quarantined > 0) {
            notes.add(quarantined + " rows of this night in quarantine");
        }
        counts.stream()
                .filter(row -> outcome(row).equals("kept") && !reason(row).equals(Stage.NO_REASON))
                .sorted(Comparator.comparing(StageTask::reason))
                .forEach(row -> notes.add(rows(row) + " rows of this night kept with a warning: " + reason(row)));
        return notes.toArray(String[]::new);
    }

    /** History needs every delivery; else a full extract says all there is. */
    private Optional<Received> received(Source source, Night night) {
        LandingZone landing = new LandingZone(night.lake());
        Load load = source.load();
        boolean lastOnly = load == Load.FULL && !contract.history();
        Optional<Dataset<Row>> rows = lastOnly
                ? landing.last(source.feed(), source.name(), night.asOf())
                : landing.all(source.feed(), source.name(), night.asOf());
        return rows.map(LandedNames::original)
                .map(all -> new Received(
                        source.name(),
                        load,
                        all,
                        source.columns(),
                        source.each(),
                        source.formats(),
                        lastOnly ? Optional.empty() : landing.first(source.feed(), source.name())));
    }

    private void requireClean(List<Row> counts, String which, String remedy, Night night) {
        long quarantined = count(counts, "quarantined");
        long all = counts.stream().mapToLong(StageTask::rows).sum();
        double most = night.company().settings(GateSettings.class).maximumQuarantinedShare();
        if (quarantined > most * all) {
            throw Stop.data(String.format(
                    Locale.ROOT,
                    "Feed %s: %d of the %d rows %s went to quarantine, more than the allowed share %s."
                            + " Most often: %s. Nothing was published. See %s, %s, then run the same command.",
                    contract.feed(),
                    quarantined,
                    all,
                    which,
                    most,
                    mostFrequent(counts),
                    Quarantined.of(contract).name(),
                    remedy));
        }
    }

    private static String mostFrequent(List<Row> counts) {
        return counts.stream()
                .filter(row -> outcome(row).equals("quarantined"))
                .max(Comparator.comparingLong(StageTask::rows))
                .map(StageTask::reason)
                .orElse("");
    }

    private static boolean isOf(Row row, LocalDate night) {
        return row.<Date>getAs(Intake.AS_OF_DATE.name()).toLocalDate().equals(night);
    }

    private static long count(List<Row> counts, String outcome) {
        return counts.stream()
                .filter(row -> outcome(row).equals(outcome))
                .mapToLong(StageTask::rows)
                .sum();
    }

    private static String outcome(Row row) {
        return row.getAs(Intake.OUTCOME_CODE.name());
    }

    private static String reason(Row row) {
        return row.getAs(Intake.REASON_CODE.name());
    }

    private static long rows(Row row) {
        return row.<Long>getAs(Intake.ROW_COUNT.name());
    }
}
