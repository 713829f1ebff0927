package io.linkage.jobs.lake;

import static io.linkage.jobs.Shops.sales;
import static io.linkage.jobs.Shops.shops;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Table;
import io.linkage.jobs.Shops.Sales;
import io.linkage.jobs.Shops.Shop;
import io.linkage.jobs.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.CallSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private static final Table SHOP = Shop.TABLE;
    private static final Table SALES = Sales.TABLE;

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(TestSpark.session(), new Warehouse(folder), List.of(SHOP, SALES));
    }

    @Test
    void givesNoRowsInTheContractsShapeOfATableNotMadeYet() {
        Dataset<Row> rows = lake.read(SHOP, MONDAY);

        assertThat(lake.exists(SHOP)).isFalse();
        assertThat(rows.collectAsList()).isEmpty();
        assertThat(rows.columns()).containsExactly("shop_key", "owner_name");
    }

    @Test
    void readsATableAsItWasAtTheEndOfABusinessDate() {
        lake.write(SHOP, shops(1L), night(MONDAY));
        lake.write(SHOP, shops(1L, 2L), night(TUESDAY));

        assertThat(lake.read(SHOP, TUESDAY).count()).isEqualTo(2);
        assertThat(lake.read(SHOP, MONDAY).count()).isEqualTo(1);
        assertThat(lake.read(SHOP, MONDAY.minusDays(1)).count()).isZero();
        assertThat(lake.newest(SHOP).count()).isEqualTo(2);
    }

    @Test
    void aNightWithoutRowsIsANightToo() {
        lake.write(SHOP, shops(1L), night(MONDAY));

        Written written = lake.write(SHOP, lake.none(SHOP).where("shop_key > 1"), night(TUESDAY));

        assertThat(written).isEqualTo(new Written(SHOP.name(), 1, 0, List.of()));
        assertThat(lake.read(SHOP, TUESDAY).count()).isZero();
        assertThat(lake.read(SHOP, MONDAY).count()).isEqualTo(1);
        assertThat(lake.writtenOn(SHOP, TUESDAY)).isTrue();
    }

    /** Delta makes the folder of the log before the first commit; a process may die in between. */
    @Test
    void makesATableWhereAKilledProcessHadOnlyBegunToMakeIt() throws IOException {
        Files.createDirectories(new Warehouse(folder).table(SHOP).resolve("_delta_log"));

        assertThat(lake.exists(SHOP)).isFalse();
        assertThat(lake.write(SHOP, shops(1L), night(MONDAY)).rows()).isEqualTo(1);
    }

    @Test
    void aStepIsWorkedInOnePartOnlyWhereAllThatItReadsIsSmall() {
        lake.write(SHOP, shops(1L, 2L), night(MONDAY));
        Lake sized = new Lake(TestSpark.session(), new Warehouse(folder), List.of(SHOP, SALES), 1).ofStep("sales");

        sized.sized(List.of(SALES));
        assertThat(sized.spark().conf().get("spark.sql.shuffle.partitions")).isEqualTo("1");
        assertThat(sized.spark().conf().get("spark.sql.adaptive.enabled")).isEqualTo("false");
        sized.sized(List.of(SALES, SHOP));
        assertThat(sized.spark().conf().get("spark.sql.shuffle.partitions")).isEqualTo("2");
        assertThat(sized.spark().conf().get("spark.sql.adaptive.enabled")).isEqualTo("true");
    }

    @Test
    void jobsOfAStepBearItsName() {
        SparkContext context = lake.ofStep("sales").spark().sparkContext();

        assertThat(context.getLocalProperty("spark.job.description")).isEqualTo("sales");
        assertThat(context.getCallSite()).isEqualTo(new CallSite("sales", "sales"));
    }

    /** So later commits and readers need not ask Spark for the files. */
    @Test
    void theCheckFileOfTheFirstCommitNamesItsFiles() throws IOException {
        lake.write(SHOP, shops(1L, 2L), night(MONDAY));

        Path log = new Warehouse(folder).table(SHOP).resolve("_delta_log");
        assertThat(Files.readString(log.resolve("00000000000000000000.crc")))
                .contains("\"numFiles\":2,")
                .contains("\"allFiles\":[{\"path\":");
    }

    /** Not for the files that the table had before it was made. */
    @Test
    void theFirstCommitTakesNoMoreJobsThanTheNext() {
        int first = jobs("first", MONDAY);

        assertThat(first).isPositive().isEqualTo(jobs("next", TUESDAY));
    }

    private int jobs(String group, LocalDate asOf) {
        SparkContext context = lake.spark().sparkContext();
        context.setJobGroup(group, group, false);
        lake.write(SHOP, shops(1L, 2L), night(asOf));
        context.clearJobGroup();
        return context.statusTracker().getJobIdsForGroup(group).length;
    }

    @Test
    void aNightReplacesOnlyItsOwnSlice() {
        lake.write(SALES, sales(MONDAY, 1L, 5L), night(MONDAY));
        lake.write(SALES, sales(TUESDAY, 1L, 7L), night(TUESDAY));
        Written again = lake.write(SALES, sales(MONDAY, 1L, 6L), night(MONDAY));

        assertThat(again.rows()).isEqualTo(1);
        assertThat(again.findings()).isEmpty();
        assertThat(lake.read(SALES, TUESDAY)
                        .orderBy(Sales.AS_OF_DATE.col())
                        .select(Sales.ORDER_COUNT.col())
                        .as(org.apache.spark.sql.Encoders.LONG())
                        .collectAsList())
                .containsExactly(6L, 7L);
        assertThat(lake.read(SALES, MONDAY).count()).isEqualTo(1);
    }

    @Test
    void countsEveryBrokenPromise() {
        lake.write(SHOP, shops(1L), night(MONDAY));
        Dataset<Row> rows = sales(MONDAY, 1L, -5L)
                .union(sales(MONDAY, 1L, null))
                .union(sales(MONDAY, 9L, 1L))
                .union(sales(TUESDAY, 1L, 1L).limit(0));

        Written written = lake.write(SALES, rows, night(MONDAY));

        assertThat(written.rows()).isEqualTo(3);
        assertThat(written.findings())
                .containsExactlyInAnyOrder(
                        new Written.Finding("order_count is required", 1),
                        new Written.Finding("order_count must be at least 0", 1),
                        new Written.Finding("key as_of_date, shop_key must be unique", 2),
                        new Written.Finding("shop_key must be found in dim_shop.shop_key", 1));
    }

    @Test
    void anEmptyNightIsWrittenAndCountedToo() {
        Written written = lake.write(SHOP, lake.none(SHOP), night(MONDAY));

        assertThat(written.rows()).isZero();
        assertThat(written.findings()).isEmpty();
        assertThat(lake.writtenOn(SHOP, MONDAY)).isTrue();
    }

    @Test
    void keepsCommentsAndNoPersonalValueInTheLog() throws IOException {
        lake.write(SHOP, shops(1L), night(MONDAY));

        assertThat(lake.read(SHOP, MONDAY)
                        .schema()
                        .apply("shop_key")
                        .getComment()
                        .get())
                .isEqualTo("Warehouse key of the shop");
        StringBuilder log = new StringBuilder();
        try (var files = Files.list(folder.resolve("core/dim_shop/_delta_log"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                log.append(Files.readString(file));
            }
        }
        assertThat(log.toString())
                .contains("one row per shop")
                .doesNotContain("Erika")
                .doesNotContain("deletionVectors");
    }

    private static Stamp night(LocalDate date) {
        return new Stamp("test", date);
    }
}
