package io.linkage.jobs.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;

/** One delivered text file of whatever format: what its first bytes show, and one walk over all of its bytes. */
final class TextFile {
    /** More columns than this are a sign of data in their place. */
    static final int MOST_COLUMNS = 5_000;

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
    private final TextFormat format;

    TextFile(Configuration conf, Delivery.Item item, TextFormat format) {
        this.conf = conf;
        this.item = item;
        this.format = format;
    }

    String name() {
        return item.name();
    }

    /** Its text, uncompressed and without a mark. */
    InputStream text() throws IOException {
        return Bytes.text(conf, item.path());
    }

    BadFile bad(String code, String why, String remedy) {
        return new BadFile(item.name(), code, why, remedy);
    }

    BadFile truncated() {
        return bad("TRUNCATED", "the gzip data end early or are broken", "Have it delivered again");
    }

    /** Throws the fault that the first bytes show. */
    void checkStart() throws BadFile, IOException {
        if (item.bytes() == 0) {
            if (format.mayBeEmpty()) {
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
                throw bad(
                        "MAGIC",
                        "it is " + kind.getValue() + ", not " + format.name(),
                        "Deliver it as " + format.name() + " or gzip of " + format.name());
            }
        }
        long nulls = latin.chars().filter(character -> character == 0).count();
        if (latin.startsWith("\u00ff\u00fe") || latin.startsWith("\u00fe\u00ff") || nulls > start.length / 3) {
            throw bad("ENCODING", "it is written in UTF-16", "Deliver it as UTF-8");
        }
    }

    /** Shows the counter every byte of the text, and gives the digest of the bytes as stored. */
    String walk(ByteCounter counter) throws BadFile, IOException {
        MessageDigest digest = Bytes.sha256();
        try (Bytes.Counted raw = new Bytes.Counted(new DigestInputStream(Bytes.raw(conf, item.path()), digest));
                InputStream text = Bytes.unwrapped(raw)) {
            count(counter, raw, text);
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException | ZipException e) {
            throw truncated();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void count(ByteCounter counter, Bytes.Counted raw, InputStream text) throws IOException, BadFile {
        byte[] buffer = new byte[1 << 16];
        long expanded = 0;
        for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
            counter.take(buffer, 0, read);
            expanded += read;
            if (expanded > EXPANSION_FREE && expanded > raw.count() * MOST_EXPANSION) {
                throw bad("RATIO", "it expands more than " + MOST_EXPANSION + " times", "Check who made it");
            }
            if (counter.longest() > LONGEST_RECORD) {
                throw bad("RECORD_LENGTH", "a record is longer than 64 MiB", "Look for a quote that is not closed");
            }
        }
        counter.end();
    }

    /** Its facts, once it was walked over and the names of its columns are known. */
    FileFacts facts(String digest, long records, long blankLines, List<String> header) throws BadFile {
        if (records == 0 && !format.mayBeEmpty()) {
            throw bad("EMPTY", "it holds no record", "Deliver it whole, or set options.may-be-empty: true");
        }
        return new FileFacts(item.name(), item.bytes(), digest, records, blankLines, header);
    }
}
