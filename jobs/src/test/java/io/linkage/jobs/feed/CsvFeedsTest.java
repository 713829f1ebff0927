package io.linkage.jobs.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.settings.CsvOptions;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Landing;
import io.linkage.staging.Load;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFeedsTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 3, 31);
    private static final String GOOD = "id,amount\n1,10.50\n2,7\n";

    @TempDir
    Path folder;

    @Test
    void landsEveryValueAsReceivedWithItsPlaceAndNight() throws IOException {
        Landed landed = read("id,amount\n1,10.50\n2,\n");

        Row second = landed.rows().collectAsList().get(1);
        assertThat(landed.rows().columns())
                .containsExactly(
                        "id", "amount", Landing.FILE, Landing.RECORD, Landing.LOADED, Landing.FAULT, Landing.CHANGE);
        assertThat(second).hasToString("[2,,in.csv,2,2025-03-31,null,null]");
        assertThat(landed.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("in.csv");
            assertThat(file.bytes()).isEqualTo(21);
            assertThat(file.sha256()).hasSize(64);
            assertThat(file.records()).isEqualTo(2);
            assertThat(file.header()).containsExactly("id", "amount");
        });
    }

    @Test
    void keepsRowsWithTooFewOrTooManyFields() throws IOException {
        assertThat(rows("id,amount\n1\n2,3,4\n5,6\n"))
                .containsExactly("1|null|FIELD_COUNT", "2|3,4|FIELD_COUNT", "5|6|null");
    }

    @Test
    void readsLineBreaksDoubledQuotesAndBackslashesWithinQuotes() throws IOException {
        assertThat(rows("id,amount\n1,\"a\nb\"\n2,\"say \"\"x\"\"\"\n\"C:\\\",3\n"))
                .containsExactly("1|a\nb|null", "2|say \"x\"|null", "C:\\|3|null");
    }

    @Test
    void readsTextAfterAClosingQuoteAndQuotesWithinAField() throws IOException {
        assertThat(rows("id,amount\n\"1\"x,2\n3,5\" pipe\n")).containsExactly("1x|2|null", "3|5\" pipe|null");
    }

    @Test
    void marksRowsWithWrongBytesAndKeepsTheOthers() throws IOException {
        byte[] latin = "id,amount\n1,caf\u00e9\n2,ok\n".getBytes(ISO_8859_1);

        assertThat(rows(write("in.csv", latin))).containsExactly("1|caf\\xE9|ENCODING", "2|ok|null");
        assertThat(rows(source(
                        write("in.csv", latin), new CsvOptions(true, List.of(), "ISO-8859-1", ",", "\"", false))))
                .containsExactly("1|caf\u00e9|null", "2|ok|null");
    }

    @Test
    void marksControlCharactersAndCutsLongFields() throws IOException {
        List<Row> rows = Feeds.read(
                        TestSpark.session(),
                        source(write(
                                "in.csv",
                                ("id,amount\n1,a\u0000b\n2," + "x".repeat(5_000_000) + "\n").getBytes(UTF_8))),
                        NIGHT)
                .rows()
                .collectAsList();

        assertThat(rows.get(0).getString(1)).isEqualTo("a\\x00b");
        assertThat(rows.get(0).<String>getAs(Landing.FAULT)).isEqualTo("CONTROL_CHAR");
        assertThat(rows.get(1).getString(1)).hasSize(65_536);
        assertThat(rows.get(1).<String>getAs(Landing.FAULT)).isEqualTo("FIELD_LENGTH");
    }

    @Test
    void keepsCharactersBeyondTheBasicPlane() throws IOException {
        assertThat(rows("id,amount\n1,\ud83d\ude00\n")).containsExactly("1|\ud83d\ude00|null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineEndAndPassesOverBlankLines(String end) throws IOException {
        String text = String.join(end, "", "id,amount", "1,2", "", "", "3,4");

        Landed landed = read(text);

        assertThat(texts(landed)).containsExactly("1|2|null", "3|4|null");
        assertThat(landed.records()).isEqualTo(2);
        assertThat(landed.files().get(0).blankLines()).isEqualTo(3);
    }

    @Test
    void readsABomAndColumnsInAnyOrderWithNewOnesAtTheEnd() throws IOException {
        Landed landed = read("\ufeffamount,id,added\n10,1,x\n");

        assertThat(landed.rows().columns()).startsWith("amount", "id", "added");
        assertThat(landed.rows().select("id", "amount").collectAsList()).hasToString("[[1,10]]");
    }

    @Test
    void joinsFilesOfAFolderByColumnName() throws IOException {
        write("b.csv", "amount,ID,new\n20,2,n\n".getBytes(UTF_8));
        write("a.csv", "id,amount\n1,10\n".getBytes(UTF_8));
        write("_SUCCESS", new byte[0]);

        Landed landed = Feeds.read(TestSpark.session(), source(folder), NIGHT);

        assertThat(landed.rows().select("id", "amount", "new", Landing.FILE).collectAsList())
                .hasToString("[[1,10,null,a.csv], [2,20,n,b.csv]]");
        assertThat(landed.files()).extracting(FileFacts::records).containsExactly(1L, 1L);
    }

    @Test
    void readsWhitespaceSeparatedFilesWithoutHeader() throws IOException {
        CsvOptions options = new CsvOptions(false, List.of("id", "amount"), "UTF-8", "whitespace", "none", false);

        assertThat(rows(source(
                        write("in.txt", " 00004  29.33\r\n\r\n   00021 \t7\r\n x\r\n".getBytes(UTF_8)), options)))
                .containsExactly("00004|29.33|null", "00021|7|null", "x|null|FIELD_COUNT");
    }

    @Test
    void readsGzipAndTheFileOfTheDay() throws IOException {
        write("tills-20250331.csv.gz", gzip(GOOD));
        Source dated = source(folder.resolve("tills-{date:yyyyMMdd}.csv.gz"));

        assertThat(rows(dated)).hasSize(2);
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), dated, NIGHT.plusDays(1)))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.UNREACHABLE));
    }

    @Test
    void refusesFilesThatCannotBeTrustedAsAWhole() throws IOException {
        stops("a,b\n1,2\n", "HEADER", "id, amount", "2 fields");
        stops("id;amount\n1;2\n", "HEADER", "options.delimiter", "';'");
        stops("1,10.50\n2,7\n", "HEADER", "options.header: false");
        stops("id,price\n1,2\n", "HEADER", "it lacks amount");
        stops("id,amount,id\n1,2,3\n", "HEADER", "'id' occurs twice");
        stops("id,amount,_fault\n1,2,3\n", "HEADER", "'_fault' cannot be used");
        stops("id,amount\n1,\"open\n2,3\n", "UNBALANCED_QUOTE", "options.quote");
        stops("", "EMPTY", "0 bytes");
        stops("id,amount\n", "EMPTY", "may-be-empty");
        stops("\n\n", "EMPTY", "no line");
        stops("PK\u0003\u0004zip", "MAGIC", "a zip archive");
        stops("x,".repeat(30_000) + "\n", "HEADER", "30001 columns");
        stops(write("in.csv", gzip(GOOD)), "MAGIC", "gzip under another name");
        stops(write("in.csv.gz", GOOD.getBytes(UTF_8)), "MAGIC", "is no gzip");
        stops(write("in.csv.gz", Arrays.copyOf(gzip(GOOD.repeat(1000)), 60)), "TRUNCATED");
        stops(write("in.csv", GOOD.getBytes(UTF_16LE)), "ENCODING", "UTF-16");
        stops(write("in.csv", ("\ufeff" + GOOD).getBytes(UTF_16LE)), "ENCODING", "UTF-16");
        stops(write("bomb.csv.gz", bomb()), "RATIO");
    }

    @Test
    void showsTheFaultsOfAllFilesAtOnceAndNoData() throws IOException {
        write("good.csv", GOOD.getBytes(UTF_8));
        write("_hidden.csv", GOOD.getBytes(UTF_8));
        write(".part.csv", GOOD.getBytes(UTF_8));
        write("empty.csv", new byte[0]);
        write("nameless.csv", "jansen,jan@example.com\n".getBytes(UTF_8));
        Files.createDirectories(folder.resolve("2024"));

        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source(folder), NIGHT))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.DATA))
                .hasMessageContaining("5 faults")
                .hasMessageContaining("_hidden.csv: UNEXPECTED_FILE")
                .hasMessageContaining(".part.csv: UNEXPECTED_FILE")
                .hasMessageContaining("2024: UNEXPECTED_FILE")
                .hasMessageContaining("empty.csv: EMPTY")
                .hasMessageContaining("nameless.csv: HEADER")
                .hasMessageNotContaining("jansen");
    }

    @Test
    void refusesALinkThatLeadsOutOfItsFolderAndFollowsOneThatDoesNot() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("a.csv"), GOOD);
        Files.createSymbolicLink(inbox.resolve("b.csv"), Path.of("a.csv"));
        assertThat(rows(inbox)).hasSize(4);

        Files.createSymbolicLink(inbox.resolve("c.csv"), write("secret.csv", GOOD.getBytes(UTF_8)));
        for (Path location : List.of(inbox, inbox.resolve("*.csv"), inbox.resolve("c.csv"))) {
            assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source(location), NIGHT))
                    .isInstanceOfSatisfying(
                            Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.DATA))
                    .hasMessageContaining("c.csv: UNEXPECTED_FILE: a link that leads out of the folder");
        }
    }

    @Test
    void acceptsNothingWhereNothingMayCome() throws IOException {
        CsvOptions options = new CsvOptions(true, List.of(), "UTF-8", ",", "\"", true);

        assertThat(rows(source(write("in.csv", new byte[0]), options))).isEmpty();
        assertThat(rows(source(write("in.csv", "id,amount\n".getBytes(UTF_8)), options)))
                .isEmpty();
        assertThat(rows(source(Files.createDirectories(folder.resolve("none")), options)))
                .isEmpty();
    }

    @Test
    void stopsAsUnreachableWhenTheFileIsMissing() {
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source(folder.resolve("no.csv")), NIGHT))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.UNREACHABLE));
    }

    @Test
    void stopsWhenTheFileChangesBeforeItsRowsAreRead() throws IOException {
        Path file = write("in.csv", GOOD.getBytes(UTF_8));
        Landed landed = Feeds.read(TestSpark.session(), source(file), NIGHT);
        Files.writeString(file, GOOD + "3,4\n");

        assertThatThrownBy(() -> landed.rows().collectAsList())
                .hasStackTraceContaining("holds 2 records, but 3 were read from it because it changed meanwhile");
    }

    @Test
    void readsTheKindOfChange() throws IOException {
        Source source = source(write("in.csv", "id,amount\n1,Insert\n2, DELETE\n3,x\n".getBytes(UTF_8)));
        Source changes = new Source(
                "sale",
                "tills",
                "csv",
                source.location(),
                source.options(),
                Load.CHANGES,
                source.columns(),
                source.formats(),
                "amount");

        assertThat(Feeds.read(TestSpark.session(), changes, NIGHT)
                        .rows()
                        .select(Landing.CHANGE, Landing.FAULT)
                        .collectAsList())
                .hasToString("[[insert,null], [delete,null], [null,CHANGE]]");
    }

    private void stops(String text, String... words) throws IOException {
        stops(write("in.csv", text.getBytes(UTF_8)), words);
    }

    private void stops(Path file, String... words) throws IOException {
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source(file), NIGHT))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.DATA))
                .message()
                .contains(words)
                .contains("sale.tills", file.getFileName().toString());
        Files.delete(file);
    }

    private List<String> rows(String text) throws IOException {
        return texts(read(text));
    }

    private List<String> rows(Path file) {
        return rows(source(file));
    }

    private List<String> rows(Source source) {
        return texts(Feeds.read(TestSpark.session(), source, NIGHT));
    }

    @Test
    void filesOfOneNameInSeveralFoldersAreNamedWithThem() throws IOException {
        Files.createDirectories(folder.resolve("north"));
        Files.createDirectories(folder.resolve("south"));
        write("north/in.csv", GOOD.getBytes(UTF_8));
        write("south/in.csv", GOOD.getBytes(UTF_8));

        Landed landed = Feeds.read(TestSpark.session(), source(folder.resolve("*/in.csv")), NIGHT);
        Landed first = landed.without(landed.files().subList(1, 2));

        assertThat(landed.files()).extracting(FileFacts::name).containsExactly("north/in.csv", "south/in.csv");
        assertThat(first.rows().select(Landing.FILE).collectAsList()).hasToString("[[north/in.csv], [north/in.csv]]");
        first.verify("sale.tills", first.rows().count());
        write("south/_in.csv", GOOD.getBytes(UTF_8));
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source(folder.resolve("*/*in.csv")), NIGHT))
                .hasMessageContaining("south/_in.csv: UNEXPECTED_FILE");
    }

    private static List<String> texts(Landed landed) {
        List<String> texts = new ArrayList<>();
        List<Row> rows = landed.rows().select("id", "amount", Landing.FAULT).collectAsList();
        rows.forEach(row -> texts.add(row.getString(0) + "|" + row.getString(1) + "|" + row.getString(2)));
        landed.verify("tills", rows.size());
        return texts;
    }

    private Landed read(String text) throws IOException {
        return Feeds.read(TestSpark.session(), source(write("in.csv", text.getBytes(UTF_8))), NIGHT);
    }

    private static Source source(Path location) {
        return Sources.csv(location, "id", "upper(amount)");
    }

    private static Source source(Path location, CsvOptions options) {
        return Sources.of("csv", location.toString(), options, "id", "upper(amount)");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("id,amount\n".getBytes(UTF_8));
            byte[] lines = "1,1\n".repeat(250_000).getBytes(UTF_8);
            for (int times = 0; times < 120; times++) {
                gzip.write(lines);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
