package io.linkage.jobs.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/** Seeded mutations of a good text file: whatever becomes of it, each of its records has exactly one outcome. */
record Mutations(TextFormat format, Source source, byte[] good, byte[] spices) {
    private static final int TURNS = 10_000;
    private static final Configuration CONF = new Configuration();

    /** Every mutation gives all its records, or a stop that does not blame a count. */
    void check(Path file) throws IOException {
        Random random = new Random(20250331);
        int stops = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            byte[] mutated = mutated(random);
            Files.write(file, mutated);
            try {
                FileFacts facts = format.facts(new TextFile(CONF, item(file), format), new Header(source));
                assertThat(landed(file, facts))
                        .as("turn %s: %s", turn, new String(mutated, UTF_8))
                        .isEqualTo(facts.records());
            } catch (BadFile | Stop expected) {
                assertThat(expected.getMessage()).as("turn %s", turn).doesNotContain("were read from it", "broke off");
                stops++;
            }
        }
        assertThat(stops).isBetween(TURNS / 50, TURNS * 19 / 20);
    }

    private long landed(Path file, FileFacts facts) throws IOException {
        List<String> columns = new ArrayList<>(facts.header());
        columns.addAll(format.added());
        FileRows.Plan plan = new FileRows.Plan(item(file), facts.records(), facts.header(), columns, format);
        Iterator<Row> rows = new FileRows(plan, CONF);
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
                "in.txt",
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis());
    }

    /** Up to five bytes are replaced, put in, taken out, or a stretch is doubled. */
    private byte[] mutated(Random random) {
        byte[] bytes = good;
        int changes = 1 + random.nextInt(5);
        for (int change = 0; change < changes && bytes.length > 2; change++) {
            int at = random.nextInt(bytes.length - 1);
            int to = at + random.nextInt(Math.min(8, bytes.length - at));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            switch (random.nextInt(4)) {
                case 0 -> out.write(spices[random.nextInt(spices.length)]);
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
