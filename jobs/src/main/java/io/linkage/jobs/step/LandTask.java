package io.linkage.jobs.step;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.linkage.jobs.Stop;
import io.linkage.jobs.feed.FileFacts;
import io.linkage.jobs.feed.Landed;
import io.linkage.jobs.feed.LandedNames;
import io.linkage.jobs.lake.LandingZone;
import io.linkage.jobs.lake.Written;
import io.linkage.jobs.settings.Source;
import io.linkage.settings.GateSettings;
import io.linkage.staging.Load;
import io.linkage.table.ops.Batch;
import io.linkage.table.ops.Intake;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Takes in what one source delivers, as it is, and notes each file.
 *
 * @param source the source
 * @param reader how sources are read
 */
public record LandTask(Source source, Reader reader) implements Task {

    @Override
    public String name() {
        return "landing_" + source.feed() + "_" + source.name();
    }

    @Override
    public List<String> reads() {
        return List.of(source.format() + " " + source.name());
    }

    @Override
    public Outcome run(Night night) {
        Landed received = reader.read(night.lake().spark(), source, night.asOf());
        List<FileFacts> repeated = Repeated.of(received, source, night);
        Landed delivery = received.without(repeated);
        requireFull(received.records(), night);
        Written landed = landed(delivery, night);
        delivery.verify(source.feed() + "." + source.name(), landed.rows());
        note(received, night);
        new SetAside(Intake.TABLE, night).keep(name(), Repeated.counted(repeated, source, night));
        return Outcome.of(
                landed,
                repeated.stream()
                        .map(file -> file.name() + " was delivered before: its " + file.records()
                                + " records were passed over")
                        .toArray(String[]::new));
    }

    private Written landed(Landed delivery, Night night) {
        try {
            return new LandingZone(night.lake())
                    .write(source.feed(), source.name(), LandedNames.safe(delivery.rows()), night.stamp());
        } catch (Exception failure) {
            // Spark is Scala: its checked exceptions are not declared.
            Optional<Stop> stop = FailedExpression.ofChange(source, failure);
            if (stop.isPresent()) {
                throw stop.get();
            }
            throw failure;
        }
    }

    /** A full extract that lost most of its rows would end-date everyone: the night stops instead. */
    private void requireFull(long records, Night night) {
        if (source.load() != Load.FULL) {
            return;
        }
        long before = lastTime(night).orElse(0);
        double most = night.company().settings(GateSettings.class).maximumShrinkShare();
        if (records == 0 && !source.options().mayBeEmpty()) {
            throw Stop.data("Feed " + source.feed() + ": source " + source.name() + " is a full extract and came empty"
                    + " for " + night.asOf() + ". Nothing was changed. Have it delivered again, then run the same"
                    + " command.");
        }
        if (records < before * (1 - most)) {
            throw Stop.data("Feed " + source.feed() + ": source " + source.name()
                    + " is a full extract and shrank from "
                    + before + " to " + records + " records for " + night.asOf() + ", more than the allowed share "
                    + most + ". Nothing was changed. Have it delivered again, or raise gates.maximum-shrink-share if"
                    + " it is right, then run the same command.");
        }
    }

    private OptionalLong lastTime(Night night) {
        if (!night.lake().exists(Batch.TABLE)) {
            return OptionalLong.empty();
        }
        var earlier = night.lake()
                .newest(Batch.TABLE)
                .where(Batch.FEED_CODE
                        .col()
                        .equalTo(source.feed())
                        .and(Batch.SOURCE_CODE.col().equalTo(source.name()))
                        .and(Batch.AS_OF_DATE.col().lt(lit(night.asOf()))))
                .groupBy(Batch.AS_OF_DATE.col())
                .agg(sum(Batch.RECORD_COUNT.col()).as("records"))
                .agg(max(org.apache.spark.sql.functions.struct(Batch.AS_OF_DATE.col(), col("records")))
                        .getField("records"));
        Row last = earlier.first();
        return last.isNullAt(0) ? OptionalLong.empty() : OptionalLong.of(last.getLong(0));
    }

    private void note(Landed delivery, Night night) {
        Date asOf = Date.valueOf(night.asOf());
        List<Row> rows = delivery.files().stream()
                .map(file -> RowFactory.create(
                        asOf,
                        source.feed(),
                        source.name(),
                        file.name(),
                        file.bytes(),
                        file.sha256().isEmpty() ? Long.toString(file.records()) : file.sha256(),
                        file.records(),
                        file.records() * source.rowsPerRecord()))
                .toList();
        new SetAside(Batch.TABLE, night).keep(name(), rows);
    }
}
