package io.linkage.jobs.feed;

import io.linkage.jobs.settings.CsvOptions;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Looks through one CSV file before its rows are read: its header, whole-file faults and count of records. */
final class CsvFile {
    private static final int HEADER_BYTES = 4 << 20;

    private final TextFile file;
    private final CsvOptions options;
    private final Header wanted;

    CsvFile(TextFile file, CsvOptions options, Header wanted) {
        this.file = file;
        this.options = options;
        this.wanted = wanted;
    }

    /** Facts of the whole file. */
    FileFacts facts() throws BadFile, IOException {
        file.checkStart();
        List<String> header = header();
        RecordCounter counter = new RecordCounter(options);
        String digest = file.walk(counter);
        if (counter.open()) {
            throw file.bad(
                    "UNBALANCED_QUOTE",
                    "a quoted field is never closed, so records run into each other",
                    "Mend the file, or set options.quote to none if quotes are plain text in it");
        }
        long records = Math.max(0, counter.records() - (options.header() ? 1 : 0));
        return file.facts(digest, records, counter.blankLines(), header);
    }

    /** Names of its columns, from the first record or the configuration; none where an empty file is accepted. */
    List<String> header() throws BadFile, IOException {
        List<String> names = options.header() ? firstRecord() : options.columns();
        Optional<FileFault> fault = names.isEmpty() ? Optional.empty() : wanted.fault(file.name(), names);
        if (fault.isPresent()) {
            throw new BadFile(fault.get());
        }
        return names;
    }

    private List<String> firstRecord() throws BadFile, IOException {
        try (InputStream text = file.text();
                CsvRecords records = new CsvRecords(new ByteArrayInputStream(text.readNBytes(HEADER_BYTES)), options)) {
            if (records.hasNext()) {
                return named(records.next());
            }
        } catch (EOFException | ZipException e) {
            throw file.truncated();
        } catch (UncheckedIOException e) {
            throw file.bad("UNBALANCED_QUOTE", "its first record does not end", "Check options.quote and the file");
        }
        if (!options.mayBeEmpty()) {
            throw file.bad("EMPTY", "it holds no line at all", "Deliver it whole");
        }
        return List.of();
    }

    private List<String> named(List<String> first) throws BadFile {
        if (first.size() > TextFile.MOST_COLUMNS) {
            throw file.bad(
                    "HEADER",
                    "it has " + first.size() + " columns, more than " + TextFile.MOST_COLUMNS,
                    "Check options.delimiter");
        }
        List<String> names = new ArrayList<>();
        for (String field : first) {
            String name = field.strip();
            names.add(name.isEmpty() ? "column_" + (names.size() + 1) : name);
        }
        return List.copyOf(names);
    }
}
