package io.linkage.jobs.feed;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.settings.JsonOptions;
import io.linkage.jobs.settings.Source;
import io.linkage.staging.Landing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFeedsTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 3, 31);
    private static final String GOOD = "{\"id\":\"1\",\"amount\":10.50}\n{\"id\":\"2\",\"amount\":7}\n";

    @TempDir
    Path folder;

    @Test
    void landsEveryValueWithTheTextItWasWrittenWith() throws IOException {
        Landed landed =
                read("{\"id\":12345678901234567890,\"amount\":1.10,\"flag\":true,\"none\":null,\"text\":\"\\u00e9\\n\","
                        + "\"at\": {\"city\" : \"Den \\\"Haag\\\"\", \"lines\":[1.0, 2e3, {}]}}\n");

        Row row = landed.rows().first();
        assertThat(landed.rows().columns())
                .containsExactly(
                        "id",
                        "amount",
                        "flag",
                        "none",
                        "text",
                        "at",
                        "_corrupt_record",
                        Landing.FILE,
                        Landing.RECORD,
                        Landing.LOADED,
                        Landing.FAULT,
                        Landing.CHANGE);
        assertThat(row.mkString("|"))
                .isEqualTo(
                        "12345678901234567890|1.10|true|null|\u00e9\n|{\"city\":\"Den \\\"Haag\\\"\",\"lines\":[1.0,2e3,{}]}"
                                + "|null|in.json|1|2025-03-31|null|null");
        assertThat(landed.rows()
                        .selectExpr("get_json_object(at, '$.city')")
                        .first()
                        .getString(0))
                .isEqualTo("Den \"Haag\"");
        assertThat(landed.files()).singleElement().satisfies(file -> {
            assertThat(file.sha256()).hasSize(64);
            assertThat(file.records()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "[1,2]                              | NO_OBJECT",
                "\"jansen\"                         | NO_OBJECT",
                "{\"id\":\"1\",\"amount\":          | NO_OBJECT",
                "{\"id\":\"1\"} {\"id\":\"2\"}      | NO_OBJECT",
                "{\"id\":\"1\"} x                   | NO_OBJECT",
                "{\"id\":NaN}                       | NO_OBJECT",
                "{'id':1}                           | NO_OBJECT",
                "{\"id\":\"1\",\"amount\":1,\"id\":\"2\"} | DUPLICATE_KEY",
                "{\"id\":\"1\",\"ID\":\"2\"}        | DUPLICATE_KEY",
                "{\"id\":{\"a\":1,\"a\":2}}         | DUPLICATE_KEY",
            })
    void keepsARecordThatIsNoObjectWholeAndWithItsReason(String line, String fault) throws IOException {
        Landed landed = read(GOOD + line + "\n");

        Row third = landed.rows().where(Landing.RECORD + " = 3").first();
        assertThat(third.mkString("|")).isEqualTo("null|null|" + line + "|in.json|3|2025-03-31|" + fault + "|null");
        landed.verify("tills", landed.rows().count());
    }

    @Test
    void marksFaultsWithinTheValuesOfARecord() throws IOException {
        assertThat(faults("\"a\\u0007b\"")).isEqualTo("a\\x07b|CONTROL_CHAR");
        assertThat(faults("\"a\u0000b\"")).isEqualTo("a\\x00b|CONTROL_CHAR");
        assertThat(faults("\"a\\ud83db\"")).isEqualTo("a\\uD83Db|ENCODING");
        assertThat(faults("\"\\ude00\"")).isEqualTo("\\uDE00|ENCODING");
        assertThat(faults("\"\ud83d\ude00\"")).isEqualTo("\ud83d\ude00|null");
        assertThat(faults("[\"\\u0000\"]")).isEqualTo("[\"\\\\x00\"]|CONTROL_CHAR");
        assertThat(faults("\"" + "x".repeat(70_000) + "\"")).isEqualTo("x".repeat(65_536) + "|FIELD_LENGTH");
        assertThat(faults("9".repeat(70_000))).isEqualTo("9".repeat(65_536) + "|FIELD_LENGTH");
        String deep = "[".repeat(2_000) + "]".repeat(2_000);
        assertThat(faults(deep)).isEqualTo("null|NESTING");
    }

    @Test
    void marksWrongBytes() throws IOException {
        byte[] bytes = GOOD.replace("\"2\"", "\"\u00e9\"").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(texts(Sources.json(write("in.json", bytes), "id", "amount")))
                .containsExactly("1|10.50|null", "\\xE9|7|ENCODING");
    }

    @Test
    void takesKeysByNameInAnyCaseAndReadsAbsentOnesAsNothing() throws IOException {
        write("b.json", "{\"amount\":20,\"ID\":2,\"new\":\"n\"}\n\n  \n{\"id\":3}\r\n".getBytes(UTF_8));
        write("a.json", "\ufeff{\"id\":1,\"amount\":10}".getBytes(UTF_8));

        Landed landed = Feeds.read(TestSpark.session(), Sources.json(folder, "id", "amount"), NIGHT);

        assertThat(landed.rows()
                        .select("id", "amount", "new", Landing.FILE, Landing.RECORD)
                        .collectAsList())
                .hasToString("[[1,10,null,a.json,1], [2,20,n,b.json,1], [3,null,null,b.json,2]]");
        assertThat(landed.files()).extracting(FileFacts::records).containsExactly(1L, 2L);
        assertThat(landed.files()).extracting(FileFacts::blankLines).containsExactly(0L, 2L);
    }

    @Test
    void readsAnOptionalKeyThatNoObjectHasAsNothing() throws IOException {
        Source all = Sources.json(write("in.json", GOOD.getBytes(UTF_8)), "id", "note");
        Source optional = Sources.requiring(all, "c0");

        assertThat(Feeds.read(TestSpark.session(), optional, NIGHT)
                        .rows()
                        .select("id", "note")
                        .collectAsList())
                .hasToString("[[1,null], [2,null]]");
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), all, NIGHT))
                .hasMessageContaining("SCHEMA: no object has note")
                .hasMessageContaining("they have id, amount");
    }

    @Test
    void readsOneArrayPerFile() throws IOException {
        String array =
                "\ufeff [ {\"id\":1,\"amount\":1.10},\n 7, {\"id\":\"a]}\\\"\",\"amount\":[1,{\"x\":2}]} , {\"id\":1,\"id\":2}]\n";

        assertThat(texts(array(array)))
                .containsExactly(
                        "1|1.10|null", "null|null|NO_OBJECT", "a]}\"|[1,{\"x\":2}]|null", "null|null|DUPLICATE_KEY");
        stops(array("[]"), "EMPTY", "no record");
        stops(array(GOOD), "LAYOUT", "options.layout: lines");
        stops(array("[1, 2]"), "LAYOUT", "none of its 2 records");
        stops(array("[{\"id\":1}"), "SYNTAX", "line 1");
        stops(array("[{\"id\":1}] {}"), "SYNTAX");
        stops(array("[{\"id\":jansen}]"), "SYNTAX", "column");
        stops(array("[" + "[".repeat(2_000)), "NESTING");
    }

    @Test
    void refusesFilesThatCannotBeTrustedAsAWhole() throws IOException {
        stops("", "EMPTY", "0 bytes");
        stops("\n \n", "EMPTY", "no record");
        stops("{\"a\":1}\n", "SCHEMA", "no object has id, amount", "1 other keys");
        stops("{\"id\":1}\n", "SCHEMA", "no object has amount", "they have id");
        stops("{\"id\":1,\"amount\":2,\"_fault\":3}\n", "SCHEMA", "'_fault' cannot be used");
        stops("[{\"id\":1,\"amount\":2}]\n", "LAYOUT", "options.layout: array");
        stops("id,amount\n1,2\n", "LAYOUT", "none of its 2 records");
        stops("PK\u0003\u0004zip", "MAGIC", "a zip archive, not JSON");
        stops(write("in.json", gzip(GOOD)), "MAGIC", "gzip under another name");
        stops(write("in.json.gz", GOOD.getBytes(UTF_8)), "MAGIC", "is no gzip");
        stops(write("in.json.gz", Arrays.copyOf(gzip(GOOD.repeat(1000)), 60)), "TRUNCATED");
        stops(write("in.json", GOOD.getBytes(UTF_16LE)), "ENCODING", "UTF-16");
    }

    @Test
    void readsGzip() throws IOException {
        assertThat(texts(Sources.json(write("in.json.gz", gzip(GOOD)), "id", "amount")))
                .containsExactly("1|10.50|null", "2|7|null");
    }

    @Test
    void acceptsNothingWhereNothingMayCome() throws IOException {
        for (String layout : List.of("lines", "array")) {
            JsonOptions options = new JsonOptions(layout, true);
            Path file = write("in.json", new byte[0]);

            assertThat(texts(Sources.of("json", file.toString(), options, "id", "amount")))
                    .isEmpty();
        }
    }

    @Test
    void showsNoValueInAMessage() throws IOException {
        assertThatThrownBy(() -> read("{\"jan@example.com\":\"jansen\"}\n"))
                .hasMessageContaining("SCHEMA")
                .hasMessageNotContaining("jan");
    }

    @Test
    void stopsWhenTheFileChangesBeforeItsRowsAreRead() throws IOException {
        Path file = write("in.json", GOOD.getBytes(UTF_8));
        Landed landed = Feeds.read(TestSpark.session(), Sources.json(file, "id", "amount"), NIGHT);
        Files.writeString(file, GOOD + "{\"id\":3}\n");

        assertThatThrownBy(() -> landed.rows().collectAsList())
                .hasStackTraceContaining("holds 2 records, but 3 were read from it because it changed meanwhile");
    }

    private String faults(String value) throws IOException {
        Landed landed = read(GOOD + "{\"id\":\"3\",\"amount\":" + value + "}\n");
        Row third = landed.rows().where(Landing.RECORD + " = 3").first();
        return third.<String>getAs("amount") + "|" + third.getAs(Landing.FAULT);
    }

    private void stops(String text, String... words) throws IOException {
        stops(write("in.json", text.getBytes(UTF_8)), words);
    }

    private void stops(Path file, String... words) throws IOException {
        stops(Sources.json(file, "id", "amount"), words);
        Files.delete(file);
    }

    private static void stops(Source source, String... words) {
        assertThatThrownBy(() -> Feeds.read(TestSpark.session(), source, NIGHT))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Stop.Exit.DATA))
                .message()
                .contains(words)
                .contains("sale.tills", "in.json")
                .doesNotContain("jansen");
    }

    private Source array(String text) throws IOException {
        Path file = write("in.json", text.getBytes(UTF_8));
        return Sources.of("json", file.toString(), new JsonOptions("array", false), "id", "amount");
    }

    private static List<String> texts(Source source) {
        Landed landed = Feeds.read(TestSpark.session(), source, NIGHT);
        List<Row> rows = landed.rows().select("id", "amount", Landing.FAULT).collectAsList();
        landed.verify("tills", rows.size());
        return rows.stream().map(row -> row.mkString("|")).toList();
    }

    private Landed read(String text) throws IOException {
        Path file = write("in.json", text.getBytes(UTF_8));
        return Feeds.read(TestSpark.session(), Sources.json(file, "id", "amount"), NIGHT);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
