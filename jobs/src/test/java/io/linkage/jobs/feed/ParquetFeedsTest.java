package io.linkage.jobs.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import io.linkage.staging.Landing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFeedsTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 3, 31);

    @TempDir
    Path folder;

    @Test
    void writesEveryTypeAsTextThatReadsBackTheSame() throws IOException {
        write("t.parquet", """
                select '1' id, date'2024-02-29' day, timestamp'2024-03-31 01:30:00.5+02:00' at,
                timestamp_ntz'2024-03-31 02:30:00' local, cast('0.00000001' as decimal(18,8)) tiny,
                cast('1234567890123.40' as decimal(18,2)) money, cast(1e20 as double) big, 17850.0D code,
                double('NaN') nan, cast(0.1 as float) small, true flag, 42L many, X'C3A9' text, X'FF' bytes,
                array(1,2) list, cast(null as string) none""");

        Landed landed = Feeds.read(TestSpark.session(), source(), NIGHT);

        assertThat(landed.rows().collectAsList().get(0))
                .hasToString(
                        "[1,2024-02-29,2024-03-30 23:30:00.500000Z,2024-03-31 02:30:00.000000,0.00000001,1234567890123.40,"
                                + "100000000000000000000,17850,NaN,0.1,true,42,\u00e9,FF,[1,2],null,t.parquet,1,2025-03-31,null,null]");
        assertThat(landed.rows().schema().apply("id").dataType().simpleString()).isEqualTo("string");
        assertThat(landed.records()).isEqualTo(1);
        assertThat(landed.files().get(0).sha256()).hasSize(64);
    }

    @Test
    void filesOfOneNameInSeveralFoldersAreNamedWithThem() throws IOException {
        Files.createDirectories(folder.resolve("a b+%20"));
        Files.createDirectories(folder.resolve("day=1"));
        write("a b+%20/t.parquet", "select '1' id, 'x' amount");
        write("day=1/t.parquet", "select '2' id, 'y' amount");

        Landed landed =
                Feeds.read(TestSpark.session(), Sources.parquet(folder.resolve("*/t.parquet"), "id", "amount"), NIGHT);

        assertThat(landed.files()).extracting(FileFacts::name).containsExactly("a b+%20/t.parquet", "day=1/t.parquet");
        assertThat(landed.rows()
                        .orderBy("id")
                        .select("id", Landing.FILE, Landing.RECORD)
                        .collectAsList())
                .hasToString("[[1,a b+%20/t.parquet,1], [2,day=1/t.parquet,1]]");
    }

    @Test
    void numbersRecordsByFileAndTakesColumnsByNameInAnyCase() throws IOException {
        write("a b%20.parquet", "select id, 'x' amount from values ('1'), ('2') as t(id)");
        write("b.parquet", "select 'y' AMOUNT, '3' ID, 'n' added");

        Landed landed = Feeds.read(TestSpark.session(), Sources.parquet(folder, "id", "amount"), NIGHT);

        assertThat(landed.rows()
                        .orderBy("id")
                        .select("id", "amount", "added", Landing.FILE, Landing.RECORD)
                        .collectAsList())
                .hasToString("[[1,x,null,a b%20.parquet,1], [2,x,null,a b%20.parquet,2], [3,y,n,b.parquet,1]]");
        landed.verify("sale.tills", landed.rows().count());
    }

    @Test
    void marksControlCharacters() throws IOException {
        write("t.parquet", "select 'a\\u0007b' id");

        assertThat(Feeds.read(TestSpark.session(), source(), NIGHT)
                        .rows()
                        .collectAsList()
                        .get(0)
                        .<String>getAs(Landing.FAULT))
                .isEqualTo("CONTROL_CHAR");
    }

    @Test
    void refusesFilesThatAreBrokenEmptyOrOfAnotherSchema() throws IOException {
        write("a.parquet", "select '1' id, 1 amount");
        write("b.parquet", "select '1' id, '1' amount");
        write("c.parquet", "select 1.5 amount");
        Files.write(folder.resolve("d.parquet"), new byte[0]);
        byte[] whole = Files.readAllBytes(folder.resolve("a.parquet"));
        Files.write(folder.resolve("e.parquet"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("f.csv"), "id,amount\n1,2\n");
        Files.writeString(folder.resolve(".g.parquet"), "x");

        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), Sources.parquet(folder, "id", "amount"), NIGHT))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.DATA))
                .hasMessageContaining("b.parquet: SCHEMA: amount is string, and int in another file")
                .hasMessageContaining("c.parquet: HEADER: it lacks id")
                .hasMessageContaining("c.parquet: SCHEMA: amount is decimal(2,1)")
                .hasMessageContaining("d.parquet: EMPTY: it has 0 bytes")
                .hasMessageContaining("e.parquet: MAGIC")
                .hasMessageContaining("f.csv: MAGIC")
                .hasMessageContaining(".g.parquet: UNEXPECTED_FILE");
    }

    @Test
    void refusesADeliveryWithoutRows() throws IOException {
        write("t.parquet", "select '1' id where false");

        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source(), NIGHT))
                .hasMessageContaining("EMPTY");
    }

    @Test
    void noticesAFlippedByteWhenTheRowsAreRead() throws IOException {
        Path file = write("t.parquet", "select concat('customer', id) id from range(1000)");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);
        TestSpark.session().conf().set("parquet.page.verify-checksum.enabled", "true");

        assertThatThrownBy(() -> {
                    Landed landed = Feeds.read(TestSpark.session(), source(), NIGHT);
                    landed.rows().collectAsList();
                })
                .isInstanceOf(Exception.class);
    }

    @Test
    void keepsNamesThatDeltaCannotHold() throws IOException {
        Files.writeString(folder.resolve("in.csv"), "id,AIRLINE CODE,\"a,b(c)=d\",9th,\u00e9t\u00e9\n1,2,3,4,5\n");
        Landed landed = Feeds.read(TestSpark.session(), Sources.csv(folder, "id", "`AIRLINE CODE`"), NIGHT);
        String table = folder.resolve("delta").toString();

        LandedNames.safe(landed.rows()).write().format("delta").save(table);
        var stored = TestSpark.session().read().format("delta").load(table);
        Row row = LandedNames.original(stored).collectAsList().get(0);

        assertThat(stored.columns()).allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"));
        assertThat(LandedNames.original(stored).columns())
                .startsWith("id", "AIRLINE CODE", "a,b(c)=d", "9th", "\u00e9t\u00e9");
        assertThat(row.<String>getAs("a,b(c)=d")).isEqualTo("3");
    }

    private io.linkage.jobs.settings.Source source() {
        return Sources.parquet(folder.resolve("t.parquet"), "id");
    }

    private Path write(String name, String sql) throws IOException {
        Path out = Files.createTempDirectory("parquet");
        TestSpark.session().sql(sql).coalesce(1).write().mode("overwrite").parquet(out.toString());
        try (Stream<Path> files = Files.list(out)) {
            Path part = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            return Files.copy(part, folder.resolve(name));
        }
    }
}
