package io.linkage.jobs.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.CsvOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvMutationTest {
    private static final int MUTATIONS = 10_000;
    private static final byte[] GOOD =
            ("id,name,amount\r\n1,\"M\u00fcller, \"\"Jan\"\"\",10.50\r\n2,\"two\nlines\",7\r\n"
                            + "3,C:\\x,\r\n\r\n4,\ud83d\ude00,0\r\n")
                    .getBytes(UTF_8);
    private static final byte[] SPICES = {
        '"',
        ',',
        '\n',
        '\r',
        '\\',
        ' ',
        ';',
        0,
        (byte) 0xff,
        (byte) 0xe9,
        (byte) 0xc3,
        (byte) 0xef,
        (byte) 0xbf,
        (byte) 0xbe,
        (byte) 0xed,
        (byte) 0xa0,
        0x1f,
        (byte) 0x8b,
        'x'
    };

    @TempDir
    Path folder;

    @Test
    void anyMutationGivesAllItsRecordsOrAStop() throws IOException {
        Random random = new Random(20250331);
        Configuration conf = new Configuration();
        int stops = 0;
        for (int turn = 0; turn < MUTATIONS; turn++) {
            byte[] mutated = mutated(random);
            Path file = Files.write(folder.resolve("in.csv"), mutated);
            try {
                FileFacts facts = facts(conf, file);
                long landed = landed(conf, file, facts);
                assertThat(landed)
                        .as("turn %s: %s", turn, new String(mutated, UTF_8))
                        .isEqualTo(facts.records());
            } catch (BadFile | Stop expected) {
                assertThat(expected.getMessage()).as("turn %s", turn).doesNotContain("were read from it");
                stops++;
            }
        }
        assertThat(stops).isBetween(MUTATIONS / 20, MUTATIONS * 19 / 20);
    }

    private FileFacts facts(Configuration conf, Path file) throws BadFile, IOException {
        return new CsvFile(conf, item(file), options(), new Header(Sources.csv(file, "id", "amount"))).facts();
    }

    private static long landed(Configuration conf, Path file, FileFacts facts) throws IOException {
        int width = facts.header().size();
        int[] targets = java.util.stream.IntStream.range(0, width).toArray();
        Iterator<Row> rows =
                new CsvRows(new CsvRows.Plan(item(file), facts.records(), width, targets, width, options()), conf);
        long count = 0;
        while (rows.hasNext()) {
            rows.next();
            count++;
        }
        return count;
    }

    private static Delivery.Item item(Path file) throws IOException {
        return new Delivery.Item(
                file.toString(),
                "in.csv",
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis());
    }

    private static CsvOptions options() {
        return new CsvOptions(true, List.of(), "UTF-8", ",", "\"", false);
    }

    /** Up to five bytes are replaced, put in, taken out, or a stretch is doubled. */
    private static byte[] mutated(Random random) {
        byte[] bytes = GOOD;
        int changes = 1 + random.nextInt(5);
        for (int change = 0; change < changes && bytes.length > 2; change++) {
            int at = random.nextInt(bytes.length - 1);
            int to = at + random.nextInt(Math.min(8, bytes.length - at));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            switch (random.nextInt(4)) {
                case 0 -> out.write(SPICES[random.nextInt(SPICES.length)]);
                case 1 -> out.write(bytes, at, bytes.length - at);
                case 2 -> out.write(bytes, at, to - at);
                default -> to = at + 1;
            }
            out.write(bytes, to, bytes.length - to);
            bytes = out.toByteArray();
        }
        return bytes;
    }
}
