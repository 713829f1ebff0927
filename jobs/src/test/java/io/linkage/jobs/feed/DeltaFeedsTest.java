package io.linkage.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.DeltaOptions;
import io.linkage.jobs.settings.Fault;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Landing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaFeedsTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 3, 31);

    @TempDir
    Path folder;

    @Test
    void writesEveryTypeAsTextWithThePlaceOfItsRecord() throws IOException {
        write("overwrite", """
                select '1' id, date'2024-02-29' day, timestamp'2024-03-31 01:30:00.5+02:00' at,
                cast('1234567890123.40' as decimal(18,2)) money, 17850.0D code, true flag, array(1,2) list""");

        Landed landed = Feeds.read(TestSpark.session(), source(), NIGHT);

        assertThat(landed.rows().drop(Landing.FILE).collectAsList())
                .hasToString("[[1,2024-02-29,2024-03-30 23:30:00.500000Z,1234567890123.40,17850,true,[1,2],"
                        + "1,2025-03-31,null,null]]");
        assertThat(landed.rows().select(Landing.FILE).first().getString(0)).matches("part-.*[.]parquet");
        assertThat(landed.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("sales");
            assertThat(file.sha256()).matches("[0-9a-f-]{36} version 0");
            assertThat(file.records()).isEqualTo(1);
            assertThat(file.bytes()).isPositive();
        });
    }

    @Test
    void readsTheVersionItCountedWhateverIsWrittenMeanwhile() throws IOException {
        write("overwrite", "select '1' id");
        Landed landed = Feeds.read(TestSpark.session(), source(), NIGHT);
        write("append", "select '2' id");

        assertThat(landed.rows().select("id").collectAsList()).hasToString("[[1]]");
        landed.verify("sale.tills", landed.rows().count());
        assertThat(Feeds.read(TestSpark.session(), source(), NIGHT).records()).isEqualTo(2);
        assertThat(Feeds.read(TestSpark.session(), version(0), NIGHT).records()).isEqualTo(1);
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), version(9), NIGHT))
                .hasMessageContaining("sales: VERSION: it has no version 9, its newest is 1")
                .hasMessageContaining("options.version");
    }

    @Test
    void countsNoRowThatADeletionVectorTakesOut() throws IOException {
        write("overwrite", "select cast(id as string) id from range(0, 10, 1, 1)");
        String table = "delta.`" + table() + "`";
        TestSpark.session().sql("alter table " + table + " set tblproperties ('delta.enableDeletionVectors' = true)");
        TestSpark.session().sql("delete from " + table + " where id = '4'");

        Landed landed = Feeds.read(TestSpark.session(), source(), NIGHT);

        assertThat(landed.records()).isEqualTo(9);
        landed.verify("sale.tills", landed.rows().count());
        assertThat(landed.rows().where("id = '5'").first().<Long>getAs(Landing.RECORD))
                .isEqualTo(6);
    }

    @Test
    void numbersTheRecordsOfAFileThatIsReadInStretches() throws IOException {
        SparkSession session = TestSpark.session().newSession();
        session.conf().set("spark.sql.files.maxPartitionBytes", "20000");
        session.conf().set("spark.sql.files.openCostInBytes", "0");
        session.range(0, 20_000, 1, 1)
                .selectExpr("sha2(string(id), 256) id", "id position")
                .write()
                .format("delta")
                .option("parquet.block.size", "100000")
                .save(table().toString());

        Landed landed = Feeds.read(session, source(), NIGHT);

        assertThat(landed.rows().javaRDD().getNumPartitions()).isGreaterThan(10);
        assertThat(landed.rows().where(Landing.RECORD + " = position + 1").count())
                .isEqualTo(20_000);
    }

    @Test
    void readsRenamedAndPartitionColumns() throws IOException {
        TestSpark.session()
                .sql("select '1' number, 'x' shop")
                .write()
                .format("delta")
                .partitionBy("shop")
                .option("delta.columnMapping.mode", "name")
                .save(table().toString());
        TestSpark.session().sql("alter table delta.`" + table() + "` rename column number to id");

        assertThat(Feeds.read(TestSpark.session(), source(), NIGHT)
                        .rows()
                        .select("id", "shop")
                        .collectAsList())
                .hasToString("[[1,x]]");
    }

    @Test
    void marksControlCharacters() throws IOException {
        write("overwrite", "select 'a\\u0007b' id");

        assertThat(Feeds.read(TestSpark.session(), source(), NIGHT)
                        .rows()
                        .first()
                        .<String>getAs(Landing.FAULT))
                .isEqualTo("CONTROL_CHAR");
    }

    @Test
    void refusesAFolderThatIsNoTableAndATableThatIsNotWhole() throws IOException {
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source(), NIGHT))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.UNREACHABLE));

        TestSpark.session().sql("select '1' id").write().parquet(table().toString());
        stops("sales: MAGIC: it is no Delta table");

        deleted(table());
        write("overwrite", "select '1' amount");
        stops("sales: HEADER", "the columns that the configuration reads: id");

        deleted(table());
        write("overwrite", "select '1' id where false");
        stops("sales: EMPTY: its version 0 holds no row");
        assertThat(Feeds.read(TestSpark.session(), mayBeEmpty(), NIGHT).rows().collectAsList())
                .isEmpty();

        deleted(table());
        write("overwrite", "select '1' id");
        Files.write(part(), new byte[] {1, 2, 3});
        stops("MAGIC: it is no whole Parquet file");
        Files.delete(part());
        stops("MISSING_FILE: the table's log names it");

        try (Stream<Path> log = Files.list(table().resolve("_delta_log"))) {
            log.forEach(DeltaFeedsTest::delete);
        }
        stops("VERSION: its log");
    }

    @Test
    void peekingFindsFaultsOfJsonAndDeltaWithoutReadingRows() throws IOException {
        Path json = Files.writeString(folder.resolve("in.json"), "{\"id\":1}\n");
        Path array = Files.writeString(folder.resolve("array.json"), "[{\"id\":1}]\n");
        Files.createDirectories(table());
        Company company = new Company(
                "shop",
                Path.of("."),
                Map.of(
                        "sale",
                        List.of(
                                Sources.json(json, "id"),
                                Sources.json(json, "amount"),
                                Sources.json(array, "id"),
                                source(),
                                Sources.delta(folder.resolve("none"), "id"))),
                Map.of());

        assertThat(Peek.faults(company, NIGHT))
                .extracting(Fault::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("in.json: no object has amount"),
                        text -> assertThat(text).contains("array.json: none of its 1 records is a JSON object"),
                        text -> assertThat(text).contains("sales: it is no Delta table"),
                        text -> assertThat(text).contains("is not there").contains("none"));
    }

    private void stops(String... words) {
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source(), NIGHT))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.DATA))
                .message()
                .contains(words);
    }

    private Source source() {
        return Sources.delta(table(), "id");
    }

    private Source version(long version) {
        return Sources.of("delta", table().toString(), new DeltaOptions(Optional.of(version), false), "id");
    }

    private Source mayBeEmpty() {
        return Sources.of("delta", table().toString(), new DeltaOptions(Optional.empty(), true), "id");
    }

    private Path table() {
        return folder.resolve("sales");
    }

    private void write(String mode, String sql) {
        TestSpark.session()
                .sql(sql)
                .coalesce(1)
                .write()
                .format("delta")
                .mode(mode)
                .save(table().toString());
    }

    private Path part() throws IOException {
        try (Stream<Path> files = Files.list(table())) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void deleted(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(DeltaFeedsTest::delete);
        }
    }

    private static void delete(Path path) {
        assertThat(path.toFile().delete()).isTrue();
    }
}
