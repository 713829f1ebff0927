package io.linkage.jobs.lake;

import io.linkage.staging.Landing;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Rows as sources delivered them, one Delta table per source, one partition per night. */
public final class LandingZone {
    private final Lake lake;
    private final History history = new History();

    /** The landing zone of a lake. */
    public LandingZone(Lake lake) {
        this.lake = lake;
    }

    /** The last run that loaded something for each business date; runs are named by the moment they began. */
    public static Map<LocalDate, String> runs(Warehouse warehouse) {
        History history = new History();
        Map<LocalDate, String> runs = new TreeMap<>();
        for (Path source : warehouse.landings()) {
            history.stamps(source)
                    .forEach(stamp ->
                            runs.merge(stamp.asOf(), stamp.run(), BinaryOperator.maxBy(Comparator.naturalOrder())));
        }
        return runs;
    }

    /** Replaces what the night of this business date received; new columns of a source are taken in. */
    public Written write(String feed, String source, Dataset<Row> rows, Stamp stamp) {
        Path folder = lake.warehouse().landing(feed, source);
        Dataset<Row> dated =
                rows.withColumn(Landing.LOADED, functions.lit(stamp.asOf()).cast(DataTypes.DateType));
        Observation passing = new Observation();
        lake.replace(
                folder,
                Definition.received(dated.schema()),
                Optional.of(Landing.LOADED),
                dated.observe(passing, functions.count(functions.lit(1)).as("rows")),
                stamp);
        long landed = (Long) Judge.seen(passing).getOrDefault("rows", 0L);
        return new Written(
                "landing_" + feed + "_" + source, history.newest(folder).orElseThrow(), landed, List.of());
    }

    /** Everything received up to a business date; empty where nothing was. */
    public Optional<Dataset<Row>> all(String feed, String source, LocalDate asOf) {
        Path folder = lake.warehouse().landing(feed, source);
        return history.latest(folder, asOf)
                .map(commit -> read(folder).where(functions.col(Landing.LOADED).leq(functions.lit(asOf))));
    }

    /** Business date of the first night that received something; empty where none did. */
    public Optional<LocalDate> first(String feed, String source) {
        return history.stamps(lake.warehouse().landing(feed, source)).stream()
                .map(Stamp::asOf)
                .min(Comparator.naturalOrder());
    }

    /** What the last night up to a business date received; empty where nothing was. */
    public Optional<Dataset<Row>> last(String feed, String source, LocalDate asOf) {
        Path folder = lake.warehouse().landing(feed, source);
        return history.latest(folder, asOf)
                .map(commit -> read(folder).where(functions.col(Landing.LOADED).equalTo(functions.lit(commit.asOf()))));
    }

    private Dataset<Row> read(Path folder) {
        return lake.rows(folder, history.newest(folder).orElseThrow());
    }
}
