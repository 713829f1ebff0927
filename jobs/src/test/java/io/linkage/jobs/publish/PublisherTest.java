package io.linkage.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Privacy;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import io.linkage.jobs.Shops.Sales;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.PlainParquet;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final int NIGHTS = 14;

    private static final TableBuilder T = Table.named("mart_order", Layer.MART)
            .grain("one row per order")
            .meaning("Orders and what they brought in.");
    private static final Field ORDER_KEY = T.key("order_key", Domain.KEY, Privacy.INTERNAL, "Key of the order");
    private static final Field ORDER_DATE = T.optional("order_date", Domain.DATE, Privacy.PUBLIC, "Day of the order");

    static {
        T.optional("ordered_at", Domain.MOMENT, Privacy.INTERNAL, "Moment of the order");
        T.optional("net_amount", Domain.AMOUNT, Privacy.INTERNAL, "What the order brought in");
    }

    private static final Table ORDERS = T.build();

    @TempDir
    private Path curated;

    @Test
    void publishesWhatTheContractPromises() throws IOException {
        publisher().publish(orders(3), "Acme", "run-1", MONDAY, NIGHTS);

        Path folder = curated.resolve("current").resolve("mart_order");
        Dataset<Row> read = TestSpark.session().read().parquet(folder.toString());
        assertThat(read.schema().simpleString())
                .isEqualTo("struct<order_key:bigint,order_date:date,ordered_at:timestamp,net_amount:decimal(18,2)>");
        assertThat(read.schema().apply("net_amount").getComment().get())
                .isEqualTo("What the order brought in [reporting currency]");
        assertThat(read.orderBy("order_key").collectAsList().get(2))
                .isEqualTo(RowFactory.create(
                        3L,
                        Date.valueOf("2026-02-03"),
                        Timestamp.valueOf("2026-02-03 10:11:12.123456"),
                        new BigDecimal("3.50")));
        assertThat(names(folder)).containsExactly("part-00000.parquet");
        assertThat(names(curated.resolve("current"))).containsExactly("manifest.json", "mart_order", "mart_shop_sales");
    }

    @Test
    void manifestCountsWhatIsThere() throws IOException {
        publisher().publish(orders(3), "Acme", "run-1", MONDAY, NIGHTS);

        Path release = curated.resolve("release=2026-03-02-1");
        Manifest manifest = Manifest.read(release);
        Path file = release.resolve("mart_order").resolve("part-00000.parquet");
        Manifest.Entry orders = manifest.tables().get(0);
        assertThat(manifest.release()).isEqualTo("release=2026-03-02-1");
        assertThat(manifest.businessDate()).isEqualTo("2026-03-02");
        assertThat(orders.rows()).isEqualTo(3);
        assertThat(orders.bytes()).isEqualTo(Files.size(file));
        assertThat(orders.deltaVersion()).isEqualTo(7);
        assertThat(orders.files())
                .containsExactly(new Manifest.DataFile("part-00000.parquet", 3, Files.size(file), Disk.sha256(file)));
        assertThat(orders.dates()).isEqualTo(Map.of(ORDER_DATE.name(), new Manifest.Range("2026-02-01", "2026-02-03")));
        assertThat(orders.key()).containsExactly(ORDER_KEY.name());
        assertThat(orders.columns().get(3))
                .isEqualTo(new Manifest.Described(
                        "net_amount",
                        "decimal(18,2)",
                        "reporting currency",
                        "What the order brought in",
                        false,
                        "internal"));
        assertThat(Files.readString(release.resolve(Manifest.FILE))).contains("\"delta_version\" : 7");
    }

    @Test
    void tableWithoutRowsIsPublishedWithItsColumns() throws IOException {
        publisher().publish(orders(0), "Acme", "run-1", MONDAY, NIGHTS);

        Manifest.Entry orders =
                Manifest.read(curated.resolve("current")).tables().get(0);
        assertThat(orders.rows()).isZero();
        assertThat(orders.dates()).isEmpty();
        assertThat(PlainParquet.read(TestSpark.session(), curated.resolve("current/mart_order"), ORDERS.schema())
                        .collectAsList())
                .isEmpty();
    }

    @Test
    void sameRowsGiveTheSameBytes() throws IOException {
        Publisher.Published first = publisher().publish(orders(50), "Acme", "run-1", MONDAY, NIGHTS);
        Publisher.Published second = publisher().publish(orders(50), "Acme", "run-2", MONDAY, NIGHTS);

        assertThat(second.release().text()).isEqualTo("release=2026-03-02-2");
        assertThat(second.manifest().tables().get(0).files())
                .isEqualTo(first.manifest().tables().get(0).files());
    }

    @Test
    void aFolderThatCannotBeRemovedKeepsNobodyFromPublishing() throws IOException {
        Files.createDirectories(curated.resolve("release=2026-03-02-1/manifest.json/held"));

        Publisher.Published published = publisher().publish(orders(1), "Acme", "run-1", MONDAY, NIGHTS);

        assertThat(published.release().text()).isEqualTo("release=2026-03-02-2");
        assertThat(Manifest.read(curated.resolve("current")).run()).isEqualTo("run-1");
    }

    @Test
    void interruptedReleaseIsNeverSeenAndRemovedByTheNext() throws IOException {
        publisher().publish(orders(1), "Acme", "run-1", MONDAY, NIGHTS);

        assertThatThrownBy(() -> publisher().publish(failingAtSales(), "Acme", "run-2", TUESDAY, NIGHTS))
                .hasMessage("power cut");

        Path half = curated.resolve("release=2026-03-03-1");
        assertThat(half.resolve("mart_order")).isDirectory();
        assertThat(new Releases(curated).current()).contains(new ReleaseName(MONDAY, 1));
        assertThat(new Releases(curated).all()).containsExactly(new ReleaseName(MONDAY, 1));
        Publisher.Published next = publisher().publish(orders(2), "Acme", "run-3", TUESDAY, NIGHTS);
        assertThat(next.release()).isEqualTo(new ReleaseName(TUESDAY, 1));
        assertThat(Manifest.read(half).run()).isEqualTo("run-3");
    }

    @Test
    void releaseThatDiffersFromItsSourceIsNotPublished() throws IOException {
        publisher().publish(orders(1), "Acme", "run-1", MONDAY, NIGHTS);
        Content unstable = content(table -> rows(200).where(ORDER_KEY.col().gt(monotonicallyFewer())));

        assertThatThrownBy(() -> publisher().publish(unstable, "Acme", "run-2", TUESDAY, NIGHTS))
                .hasMessageContaining("Table mart_order has")
                .hasMessageContaining("Readers keep the release before");
        assertThat(new Releases(curated).current()).contains(new ReleaseName(MONDAY, 1));
    }

    @Test
    void olderNightDoesNotReplaceANewerOne() throws IOException {
        publisher().publish(orders(2), "Acme", "run-1", TUESDAY, NIGHTS);

        Publisher.Published older = publisher().publish(orders(1), "Acme", "run-2", MONDAY, NIGHTS);

        assertThat(older.current()).isFalse();
        assertThat(new Releases(curated).current()).contains(new ReleaseName(TUESDAY, 1));
        assertThat(new Releases(curated).all()).contains(new ReleaseName(MONDAY, 1));
    }

    @Test
    void keepsTheReleasesOfTheLastNights() throws IOException {
        for (int night = 0; night < 4; night++) {
            publisher().publish(orders(1), "Acme", "run-" + night, MONDAY.plusDays(night), 2);
        }

        assertThat(new Releases(curated).all())
                .containsExactly(new ReleaseName(MONDAY.plusDays(2), 1), new ReleaseName(MONDAY.plusDays(3), 1));
        assertThat(curated.resolve("release=2026-03-02-1")).doesNotExist();
    }

    @Test
    void fileNamesTheReleaseWhereThereAreNoLinks() throws IOException {
        Publisher withoutLinks = new Publisher(curated, List.of(ORDERS), Pointer.FILE);

        withoutLinks.publish(orders(1), "Acme", "run-1", MONDAY, NIGHTS);
        withoutLinks.publish(orders(1), "Acme", "run-2", TUESDAY, NIGHTS);

        assertThat(Files.readString(curated.resolve("current"))).isEqualTo("release=2026-03-03-1\n");
        assertThat(new Releases(curated).current()).contains(new ReleaseName(TUESDAY, 1));
    }

    @Test
    void viewsForDuckDbFollowTheCurrentRelease() throws IOException {
        publisher().publish(orders(1), "Acme", "run-1", MONDAY, NIGHTS);

        assertThat(Files.readString(curated.resolve("duckdb.sql")))
                .contains("CREATE OR REPLACE VIEW mart_order AS SELECT\n    order_key,\n    order_date,\n")
                .contains(
                        "FROM read_parquet('" + curated + "/current/mart_order/*.parquet', hive_partitioning = false);")
                .contains("COMMENT ON VIEW mart_order IS 'Orders and what they brought in. Grain: one row per order.';")
                .contains(
                        "COMMENT ON COLUMN mart_order.net_amount IS 'What the order brought in [reporting currency]';");
        assertThat(names(curated)).doesNotContain(".duckdb.new");
    }

    @Test
    void viewsForDuckDbNameTheReleaseWhereThereAreNoLinks() throws IOException {
        Publisher withoutLinks = new Publisher(curated, List.of(ORDERS), Pointer.FILE);

        withoutLinks.publish(orders(1), "Acme", "run-1", TUESDAY, NIGHTS);
        withoutLinks.publish(orders(1), "Acme", "run-2", MONDAY, NIGHTS);

        assertThat(Files.readString(curated.resolve("duckdb.sql")))
                .contains(curated + "/release=2026-03-03-1/mart_order/*.parquet")
                .doesNotContain("release=2026-03-02-1");
    }

    /** No release expires meanwhile: a reader may take longer than some nights that follow one another at once. */
    @Test
    void readerSeesAllOfAReleaseOrNoneOfIt() throws Exception {
        for (Pointer pointer : Pointer.values()) {
            Publisher publisher = new Publisher(curated, List.of(ORDERS, Sales.TABLE), pointer);
            publisher.publish(orders(1), "Acme", "run-0", MONDAY, NIGHTS);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> polls = CompletableFuture.supplyAsync(() -> poll(over));

            for (int night = 1; night <= 6; night++) {
                publisher.publish(orders(night), "Acme", "run-" + night, MONDAY.plusDays(night), NIGHTS);
            }

            over.set(true);
            assertThat(polls.get()).isGreaterThan(100);
            Files.delete(curated.resolve("current"));
        }
    }

    /** Reads as a reader would, again and again: every file that the manifest names is there, whole. */
    private int poll(AtomicBoolean over) {
        int polls = 0;
        try {
            while (!over.get()) {
                Path release = curated.resolve(Pointer.read(curated).orElseThrow());
                Manifest manifest = Manifest.read(release);
                assertThat(manifest.release()).isEqualTo(release.getFileName().toString());
                for (Manifest.Entry table : manifest.tables()) {
                    for (Manifest.DataFile file : table.files()) {
                        Path path = release.resolve(table.table()).resolve(file.path());
                        assertThat(Disk.sha256(path)).isEqualTo(file.sha256());
                    }
                }
                polls++;
            }
        } catch (IOException torn) {
            throw new java.io.UncheckedIOException(torn);
        }
        return polls;
    }

    /** Another number at every evaluation, as a table has that changes while it is read. */
    private static Column monotonicallyFewer() {
        return functions
                .udf((UDF0<Long>) CALLS::incrementAndGet, DataTypes.LongType)
                .asNondeterministic()
                .apply();
    }

    private static final AtomicLong CALLS = new AtomicLong();

    private Publisher publisher() throws IOException {
        return Publisher.of(curated, List.of(ORDERS, Sales.TABLE));
    }

    private static Content orders(int count) {
        return content(table -> table.equals(ORDERS) ? rows(count) : none(table));
    }

    private static Content failingAtSales() {
        return content(table -> {
            if (table.equals(Sales.TABLE)) {
                throw new IllegalStateException("power cut");
            }
            return rows(5);
        });
    }

    private static Content content(java.util.function.Function<Table, Dataset<Row>> rows) {
        return new Content() {
            @Override
            public Dataset<Row> rows(Table table) {
                return rows.apply(table);
            }

            @Override
            public OptionalLong version(Table table) {
                return OptionalLong.of(7);
            }
        };
    }

    private static Dataset<Row> none(Table table) {
        return TestSpark.session().createDataFrame(List.of(), table.schema());
    }

    private static Dataset<Row> rows(int count) {
        List<Row> rows = new ArrayList<>();
        for (int number = count; number > 0; number--) {
            LocalDate day = LocalDate.of(2026, 1, 31).plusDays(number);
            rows.add(RowFactory.create(
                    (long) number,
                    Date.valueOf(day),
                    Timestamp.valueOf(day + " 10:11:12.123456"),
                    new BigDecimal(number + ".50")));
        }
        return TestSpark.session().createDataFrame(rows, ORDERS.schema());
    }

    private static List<String> names(Path folder) throws IOException {
        return Disk.entries(folder.toRealPath()).stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }
}
