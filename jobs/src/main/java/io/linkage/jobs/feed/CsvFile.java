package io.linkage.jobs.feed;

import io.linkage.jobs.settings.CsvOptions;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;

/** Looks through one CSV file before its rows are read: whole-file faults, digest and count of records. */
final class CsvFile {
    private static final int HEADER_BYTES = 4 << 20;
    private static final int MOST_COLUMNS = 5_000;
    private static final long LONGEST_RECORD = 64L << 20;
    private static final long MOST_EXPANSION = 200;
    private static final long EXPANSION_FREE = 100L << 20;
    private static final Map<String, String> OTHER_KINDS = Map.of(
            "PK\u0003\u0004", "a zip archive",
            "PAR1", "a Parquet file",
            "BZh", "a bzip2 file",
            "\u00fd7zX", "an xz file",
            "(\u00b5/\u00fd", "a zstd file",
            "\u00d0\u00cf\u0011\u00e0", "an Office file",
            "%PDF", "a PDF file");

    private final Configuration conf;
    private final Delivery.Item item;
    private final CsvOptions options;

    private final Header wanted;

    CsvFile(Configuration conf, Delivery.Item item, CsvOptions options, Header wanted) {
        this.wanted = wanted;
        this.conf = conf;
        this.item = item;
        this.options = options;
    }

    /** Facts of the whole file. */
    FileFacts facts() throws BadFile, IOException {
        checkStart();
        List<String> header = header();
        MessageDigest digest = sha256();
        RecordCounter counter = new RecordCounter(options);
        try (Bytes.Counted raw = new Bytes.Counted(new DigestInputStream(Bytes.raw(conf, item.path()), digest));
                InputStream text = Bytes.unwrapped(raw)) {
            count(counter, raw, text);
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException | ZipException e) {
            throw bad("TRUNCATED", "the gzip data end early or are broken", "Have it delivered again");
        }
        if (counter.open()) {
            throw bad(
                    "UNBALANCED_QUOTE",
                    "a quoted field is never closed, so records run into each other",
                    "Mend the file, or set options.quote to none if quotes are plain text in it");
        }
        long records = Math.max(0, counter.records() - (options.header() ? 1 : 0));
        if (records == 0 && !options.mayBeEmpty()) {
            throw bad(
                    "EMPTY", "it holds a header and no record", "Deliver it whole, or set options.may-be-empty: true");
        }
        return new FileFacts(
                item.name(),
                item.bytes(),
                HexFormat.of().formatHex(digest.digest()),
                records,
                counter.blankLines(),
                header);
    }

    /** Names of its columns, from the first record or the configuration; none where an empty file is accepted. */
    List<String> header() throws BadFile, IOException {
        List<String> names = options.header() ? firstRecord() : options.columns();
        Optional<FileFault> fault = names.isEmpty() ? Optional.empty() : wanted.fault(item.name(), names);
        if (fault.isPresent()) {
            throw new BadFile(fault.get());
        }
        return names;
    }

    private List<String> firstRecord() throws BadFile, IOException {
        try (InputStream text = Bytes.text(conf, item.path());
                CsvRecords records = new CsvRecords(new ByteArrayInputStream(text.readNBytes(HEADER_BYTES)), options)) {
            if (records.hasNext()) {
                return named(records.next());
            }
        } catch (EOFException | ZipException e) {
            throw bad("TRUNCATED", "the gzip data end early or are broken", "Have it delivered again");
        } catch (UncheckedIOException e) {
            throw bad("UNBALANCED_QUOTE", "its first record does not end", "Check options.quote and the file");
        }
        if (!options.mayBeEmpty()) {
            throw bad("EMPTY", "it holds no line at all", "Deliver it whole");
        }
        return List.of();
    }

    /** Throws the fault that the first bytes show. */
    void checkStart() throws BadFile, IOException {
        if (item.bytes() == 0) {
            if (options.mayBeEmpty()) {
                return;
            }
            throw bad("EMPTY", "it has 0 bytes", "Have it delivered again");
        }
        try (InputStream raw = Bytes.raw(conf, item.path())) {
            byte[] start = raw.readNBytes(1024);
            boolean gzip = start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
            if (gzip != item.name().toLowerCase(Locale.ROOT).endsWith(".gz")) {
                throw bad(
                        "MAGIC",
                        gzip ? "it is gzip under another name" : "it is named .gz and is no gzip",
                        "Give it the name of what it is");
            }
            if (!gzip) {
                checkText(start);
            }
        }
    }

    private void checkText(byte[] start) throws BadFile {
        String latin = new String(start, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> kind : OTHER_KINDS.entrySet()) {
            if (latin.startsWith(kind.getKey())) {
                throw bad("MAGIC", "it is " + kind.getValue() + ", not CSV", "Deliver it as CSV or gzip of CSV");
            }
        }
        long nulls = latin.chars().filter(character -> character == 0).count();
        if (latin.startsWith("\u00ff\u00fe") || latin.startsWith("\u00fe\u00ff") || nulls > start.length / 3) {
            throw bad("ENCODING", "it is written in UTF-16", "Deliver it as UTF-8");
        }
    }

    private void count(RecordCounter counter, Bytes.Counted raw, InputStream text) throws IOException, BadFile {
        byte[] buffer = new byte[1 << 16];
        long expanded = 0;
        for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
            counter.take(buffer, 0, read);
            expanded += read;
            if (expanded > EXPANSION_FREE && expanded > raw.count() * MOST_EXPANSION) {
                throw bad("RATIO", "it expands more than " + MOST_EXPANSION + " times", "Check who made it");
            }
            if (counter.longest() > LONGEST_RECORD) {
                throw bad("UNBALANCED_QUOTE", "a record is longer than 64 MiB", "Look for a quote that is not closed");
            }
        }
        counter.end();
    }

    private List<String> named(List<String> first) throws BadFile {
        if (first.size() > MOST_COLUMNS) {
            throw bad(
                    "HEADER",
                    "it has " + first.size() + " columns, more than " + MOST_COLUMNS,
                    "Check options.delimiter");
        }
        List<String> names = new ArrayList<>();
        for (String field : first) {
            String name = field.strip();
            names.add(name.isEmpty() ? "column_" + (names.size() + 1) : name);
        }
        return List.copyOf(names);
    }

    private BadFile bad(String code, String why, String remedy) {
        return new BadFile(item.name(), code, why, remedy);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime lacks SHA-256", e);
        }
    }
}
