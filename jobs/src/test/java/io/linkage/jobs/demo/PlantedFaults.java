package io.linkage.jobs.demo;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;

import io.linkage.contract.Table;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.feed.Feeds;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Received;
import io.linkage.staging.Stage;
import io.linkage.table.Tables;
import io.linkage.table.staging.Arrival;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;

/** Compares what staging makes of a generated company, row by row, with what {@code truth/faulty_rows} says. */
final class PlantedFaults {
    private static final List<DemoTable> TABLES =
            Stream.concat(Tally.OF_CUSTOMERS.stream(), Tally.BOUNDED.stream()).toList();

    private final DemoPlan plan;
    private final Company company;
    private final Dataset<Row> truth;

    PlantedFaults(DemoPlan plan, Company company) {
        this.plan = plan;
        this.company = company;
        this.truth = TestSpark.session()
                .read()
                .parquet(Path.of(plan.folder(), Truth.FOLDER, FaultyRows.TABLE.name())
                        .toString())
                .cache();
    }

    /** Every odd row meets what was planted, and no other row is set aside. */
    void areFoundAndNothingElseIs(Map<String, Long> rows) {
        SoftAssertions all = new SoftAssertions();
        for (Table contract : Tables.ALL) {
            if (contract.feed() != null && company.sources().containsKey(contract.feed())) {
                feed(contract, rows, all);
            }
        }
        all.assertAll();
    }

    private void feed(Table contract, Map<String, Long> rows, SoftAssertions all) {
        List<Source> sources = company.sources().get(contract.feed()).stream()
                .map(source -> ParquetForm.readable(source, plan))
                .toList();
        Dataset<Row> judged = Stage.judged(
                        contract, sources.stream().map(this::received).toList())
                .cache();
        for (Source source : sources) {
            DemoTable table = TABLES.stream()
                    .filter(one ->
                            one.feed().equals(source.feed()) && one.source().equals(source.name()))
                    .findFirst()
                    .orElseThrow();
            Dataset<Row> ofSource = judged.filter(col(Arrival.SOURCE).equalTo(source.name()))
                    .select(key(table, source, contract).as("row_key"), col("_outcome"), col("_reason"));
            Dataset<Row> planted = truth.filter(
                            col("feed").equalTo(table.feed()).and(col("source").equalTo(table.source())))
                    .select("row_key", "outcome", "reason");
            List<String> aside = texts(planted.filter("outcome <> 'kept'"));
            all.assertThat(texts(ofSource.filter("_outcome <> 'kept'")))
                    .as(table.name())
                    .isEqualTo(aside);
            all.assertThat(ofSource.filter("_outcome = 'kept'").count())
                    .as(table.name())
                    .isEqualTo(rows.get(table.name()) - aside.size());
            all.assertThat(texts(planted.filter("outcome = 'kept'")
                            .select("row_key")
                            .except(ofSource.filter("_outcome = 'kept'").select("row_key"))))
                    .as("odd but good rows of %s that were not kept", table.name())
                    .isEmpty();
        }
        judged.unpersist();
    }

    private Received received(Source source) {
        Dataset<Row> rows = Feeds.read(TestSpark.session(), source, plan.end()).rows();
        return new Received(source.name(), source.load(), rows, source.columns(), source.formats());
    }

    /** The values of the key columns as received, or as staged where the row as received is not kept. */
    private static Column key(DemoTable table, Source source, Table contract) {
        Map<String, String> fields =
                source.columns().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        Column[] parts = table.key().stream()
                .map(column -> coalesce(
                        trim(get_json_object(col("_row"), "$." + column)),
                        contract.field(fields.get(column)).orElseThrow().col().cast("string"),
                        lit("")))
                .toArray(Column[]::new);
        return concat_ws("|", parts);
    }

    private static List<String> texts(Dataset<Row> rows) {
        Column[] columns = Stream.of(rows.columns())
                .map(name -> coalesce(col(name), lit("")))
                .toArray(Column[]::new);
        return rows.select(concat_ws(" / ", columns)).as(Encoders.STRING()).collectAsList().stream()
                .sorted()
                .toList();
    }
}
