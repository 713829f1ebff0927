package io.linkage.jobs.feed;

import io.linkage.jobs.settings.CsvOptions;

/** Counts the physical records of a CSV file (RFC 4180), or the lines of a text that are not blank. */
final class RecordCounter implements ByteCounter {
    private enum At {
        RECORD_START,
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final int quote;
    private final int delimiter;
    private final boolean whitespace;
    private At at = At.RECORD_START;
    private boolean afterReturn;
    private long records;
    private long blankLines;
    private long recordBytes;
    private long longest;

    /** Counts records of CSV. */
    RecordCounter(CsvOptions options) {
        this.quote = options.quoted() ? options.quote().charAt(0) : -1;
        this.whitespace = options.whitespace();
        this.delimiter = whitespace ? -1 : options.delimiter().charAt(0);
    }

    /** Counts lines; those of blanks and tabs alone are blank. */
    RecordCounter() {
        this.quote = -1;
        this.whitespace = true;
        this.delimiter = -1;
    }

    @Override
    public void end() {
        if (at != At.RECORD_START) {
            endRecord();
        } else if (recordBytes > 0) {
            blankLines++;
        }
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public long blankLines() {
        return blankLines;
    }

    @Override
    public long longest() {
        return Math.max(longest, recordBytes);
    }

    /** Whether a quoted field is still open. */
    boolean open() {
        return at == At.QUOTED;
    }

    @Override
    public void take(int octet) {
        boolean secondOfPair = afterReturn && octet == '\n';
        afterReturn = false;
        if (secondOfPair) {
            return;
        }
        recordBytes++;
        switch (at) {
            case QUOTED -> at = octet == quote ? At.QUOTE_IN_QUOTED : At.QUOTED;
            case QUOTE_IN_QUOTED -> at = octet == quote ? At.QUOTED : plain(octet);
            case RECORD_START, FIELD_START -> at = octet == quote ? At.QUOTED : plain(octet);
            case PLAIN -> at = plain(octet);
        }
    }

    private At plain(int octet) {
        if (octet == '\n' || octet == '\r') {
            afterReturn = octet == '\r';
            endLine();
            return At.RECORD_START;
        }
        if (octet == delimiter) {
            return At.FIELD_START;
        }
        boolean blank = whitespace && at == At.RECORD_START && (octet == ' ' || octet == '\t');
        return blank ? At.RECORD_START : At.PLAIN;
    }

    private void endLine() {
        if (at == At.RECORD_START) {
            blankLines++;
            recordBytes = 0;
        } else {
            endRecord();
        }
    }

    private void endRecord() {
        records++;
        longest = Math.max(longest, recordBytes);
        recordBytes = 0;
    }
}
