package io.linkage.jobs.demo;

import static org.apache.spark.sql.functions.col;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** A table as CSV files of RFC 4180, written line by line, so that a record may have too few fields or wrong bytes. */
final class CsvLines {
    /** So many that a file is worth its start; with it the files follow from the plan alone. */
    private static final long CUSTOMERS_A_FILE = 250_000;

    private CsvLines() {}

    static void export(DemoTable table, SparkSession spark, World world, Path folder) {
        long numbers = table.count().applyAsLong(world);
        int files = (int) (1 + (numbers - 1) / CUSTOMERS_A_FILE);
        Path parts = folder.resolve("parts");
        DemoTable.Maker maker = table.maker();
        String header = String.join(",", table.columns().fieldNames());
        MapPartitionsFunction<Long, byte[]> lines = part -> lines(maker, header, world, part);
        spark.range(0, numbers, 1, files)
                .as(Encoders.LONG())
                .mapPartitions(lines, Encoders.BINARY())
                .select(col("value").cast("string"))
                .write()
                .text(parts.toString());
        gather(parts, table.name());
    }

    private static Iterator<byte[]> lines(DemoTable.Maker maker, String header, World world, Iterator<Long> part) {
        Stream<Long> numbers =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(part, Spliterator.ORDERED), false);
        Stream<byte[]> rows = numbers.flatMap(number -> {
            List<byte[]> made = new ArrayList<>();
            maker.make(world, number, values -> made.add(line(values)));
            return made.stream();
        });
        return Stream.concat(Stream.of(header.getBytes(StandardCharsets.UTF_8)), rows)
                .iterator();
    }

    /** Bytes stand as they are, whatever their encoding. */
    private static byte[] line(Object... values) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int field = 0; field < values.length; field++) {
            if (field > 0) {
                line.write(',');
            }
            byte[] value = values[field] instanceof byte[] raw
                    ? raw
                    : quoted((String) values[field]).getBytes(StandardCharsets.UTF_8);
            line.writeBytes(value);
        }
        return line.toByteArray();
    }

    private static String quoted(String value) {
        if (value == null) {
            return "";
        }
        boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static void gather(Path parts, String name) {
        try (Stream<Path> all = Files.list(parts)) {
            List<Path> files = all.filter(path -> path.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
            for (int number = 0; number < files.size(); number++) {
                String file = String.format(Locale.ROOT, "%s-%05d.csv", name, number + 1);
                Files.move(files.get(number), parts.resolveSibling(file));
            }
            Folders.remove(parts);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
