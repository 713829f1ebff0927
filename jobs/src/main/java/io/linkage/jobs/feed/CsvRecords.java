package io.linkage.jobs.feed;

import io.linkage.jobs.settings.CsvOptions;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The records of one CSV file, the header among them, streamed. */
final class CsvRecords implements Iterator<List<String>>, Closeable {
    private final Closeable source;
    private final Iterator<List<String>> records;

    CsvRecords(InputStream text, CsvOptions options) throws IOException {
        Reader reader = new StrictReader(text, options.charset());
        if (options.whitespace()) {
            BufferedReader lines = new BufferedReader(reader, 1 << 16);
            this.source = lines;
            this.records = words(lines.lines()).iterator();
        } else {
            CSVParser parser = CSVParser.builder()
                    .setReader(reader)
                    .setFormat(format(options))
                    .get();
            this.source = parser;
            this.records = parser.stream().map(CSVRecord::toList).iterator();
        }
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public List<String> next() {
        return records.next();
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text after a closing quote stays in the field: the record is kept whole, and its value is judged later. */
    private static CSVFormat format(CsvOptions options) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(options.delimiter())
                .setQuote(options.quoted() ? options.quote().charAt(0) : null)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .get();
    }

    private static Stream<List<String>> words(Stream<String> lines) {
        return lines.map(line -> line.replaceAll("^[ \t]+|[ \t]+$", ""))
                .filter(line -> !line.isEmpty())
                .map(line -> List.of(line.split("[ \t]+")));
    }
}
