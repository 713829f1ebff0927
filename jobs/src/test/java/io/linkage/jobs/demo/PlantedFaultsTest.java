package io.linkage.jobs.demo;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Table;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.settings.Companies;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Landing;
import io.linkage.staging.Load;
import io.linkage.staging.Received;
import io.linkage.staging.Stage;
import io.linkage.table.Tables;
import io.linkage.table.ops.Intake;
import java.nio.file.Path;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

/** Staging finds exactly the faults that were planted. */
class PlantedFaultsTest {
    private static final World WORLD =
            new World(new DemoPlan(1_500, 400, 3, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET));
    private static final List<DemoTable> TABLES = List.of(
            Customers.TABLE,
            Products.TABLE,
            Purchases.TABLE,
            Contacts.TABLE,
            FxRates.TABLE,
            Surveys.TABLE,
            Employees.TABLE,
            Engagement.TABLE);

    @Test
    void stagingSetsAsideThePlantedFaultsAndNothingElse() {
        Company demo = new Companies(Tables.ALL, name -> "jdbc:postgresql://127.0.0.1:1/demo")
                .require(Path.of("..", "conf", "demo"));
        Tally truth = Tally.of(TestSpark.session(), WORLD);

        for (DemoTable table : TABLES) {
            Table contract = Tables.ALL.stream()
                    .filter(any -> table.feed().equals(any.feed()))
                    .findFirst()
                    .orElseThrow();
            Map<String, Long> planted = truth.dirty().getOrDefault(table.feed(), new TreeMap<>());
            long duplicates = planted.getOrDefault("exact duplicate", 0L);
            long faults = planted.values().stream().mapToLong(Long::longValue).sum() - duplicates;

            Map<String, Long> outcomes =
                    outcomes(contract, demo.sources().get(table.feed()).get(0), table);

            assertThat(outcomes.getOrDefault("quarantined", 0L))
                    .as(table.feed())
                    .isEqualTo(faults);
            assertThat(outcomes.getOrDefault("duplicate", 0L)).as(table.feed()).isEqualTo(duplicates);
            assertThat(outcomes.get("kept"))
                    .as(table.feed())
                    .isEqualTo(truth.rows().get(table.feed()) - faults - duplicates);
        }
    }

    private static Map<String, Long> outcomes(Table contract, Source source, DemoTable table) {
        Received received = new Received(source.name(), Load.FULL, landed(table), source.columns(), source.formats());
        Map<String, Long> outcomes = new TreeMap<>();
        Stage.counted(
                        contract,
                        Stage.judged(contract, List.of(received)),
                        WORLD.plan().end())
                .select(Intake.OUTCOME_CODE.col(), Intake.ROW_COUNT.col())
                .collectAsList()
                .forEach(row -> outcomes.merge(row.getString(0), row.getLong(1), Long::sum));
        return outcomes;
    }

    private static Dataset<Row> landed(DemoTable table) {
        Column[] text = Arrays.stream(table.columns().fields())
                .map(PlantedFaultsTest::text)
                .toArray(Column[]::new);
        return table.rows(TestSpark.session(), WORLD)
                .select(text)
                .withColumn(Landing.FILE, lit("demo"))
                .withColumn(Landing.RECORD, monotonically_increasing_id())
                .withColumn(Landing.LOADED, lit(Date.valueOf(WORLD.plan().end())))
                .withColumn(Landing.FAULT, lit(null).cast("string"))
                .withColumn(Landing.CHANGE, lit(null).cast("string"));
    }

    private static Column text(StructField field) {
        return field.dataType().equals(DataTypes.TimestampType)
                ? date_format(col(field.name()), "yyyy-MM-dd HH:mm:ss.SSSSSSXXX")
                        .as(field.name())
                : col(field.name()).cast("string").as(field.name());
    }
}
