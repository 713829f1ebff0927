package io.linkage.jobs.settings;

import io.linkage.settings.Setting;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** How a CSV source is written: RFC 4180, quotes doubled inside quotes, line breaks allowed there. */
public record CsvOptions(
        @Setting(meaning = "whether the first record of each file names the columns", standard = "true")
        boolean header,

        @Setting(meaning = "names of the columns in order, where header is false")
        List<String> columns,

        @Setting(meaning = "encoding of the bytes, such as UTF-8, ISO-8859-1 or windows-1252", standard = "UTF-8")
        String encoding,

        @Setting(
                meaning = "the one character between fields, tab, or whitespace for runs of blanks and tabs",
                standard = ",")
        String delimiter,

        @Setting(meaning = "the one character around fields, or none", standard = "\"")
        String quote,

        @Setting(meaning = "whether a file without rows is accepted", standard = "false")
        boolean mayBeEmpty)
        implements TextOptions, Serializable {

    /** Runs of blanks and tabs part the fields. */
    public static final String WHITESPACE = "whitespace";

    private static final String NONE = "none";
    private static final String PROBE = "a,;|\"\r\n";

    public CsvOptions {
        if (header && !columns.isEmpty()) {
            throw new IllegalArgumentException("columns are named twice: leave columns out, or set header to false");
        }
        if (!header && columns.isEmpty()) {
            throw new IllegalArgumentException("header is false: name the columns in order under columns");
        }
        if (columns.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < columns.size()) {
            throw new IllegalArgumentException("columns holds a name twice");
        }
        if (delimiter.equals("tab") || delimiter.equals("\\t")) {
            delimiter = "\t";
        }
        if (quote.isEmpty()) {
            quote = NONE;
        }
        check(encoding, delimiter, quote);
    }

    private static void check(String encoding, String delimiter, String quote) {
        if (!known(encoding)) {
            throw new IllegalArgumentException("encoding " + encoding
                    + " is not known or not fit for CSV: use UTF-8 or one with a byte per character");
        }
        if (delimiter.length() != 1 && !delimiter.equals(WHITESPACE)) {
            throw new IllegalArgumentException("delimiter must be one character, tab or whitespace");
        }
        if (delimiter.equals("\n") || delimiter.equals("\r") || delimiter.equals(quote)) {
            throw new IllegalArgumentException("delimiter must differ from quote and line ends");
        }
        if (delimiter.length() == 1 && delimiter.charAt(0) > 126 || quote.length() == 1 && quote.charAt(0) > 126) {
            throw new IllegalArgumentException("delimiter and quote must be ASCII characters");
        }
        if (quote.length() != 1 && !quote.equals(NONE)) {
            throw new IllegalArgumentException("quote must be one character or none");
        }
    }

    /** Whether fields may stand in quotes. */
    public boolean quoted() {
        return !quote.equals(NONE) && !whitespace();
    }

    /** Whether runs of blanks and tabs part the fields. */
    public boolean whitespace() {
        return delimiter.equals(WHITESPACE);
    }

    @Override
    public Charset charset() {
        return Charset.forName(encoding);
    }

    /** Only where line ends, quotes and delimiters are single ASCII bytes can records be counted byte by byte. */
    private static boolean known(String encoding) {
        try {
            Charset charset = Charset.forName(encoding);
            boolean single = charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
            boolean ascii = new String(PROBE.getBytes(StandardCharsets.US_ASCII), charset).equals(PROBE);
            return ascii && (single || charset.equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
