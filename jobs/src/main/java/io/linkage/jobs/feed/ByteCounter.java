package io.linkage.jobs.feed;

/** Counts the records of a text file by its bytes, apart from the parser that reads them. */
interface ByteCounter {
    /** Takes the next bytes of the file. */
    default void take(byte[] bytes, int from, int to) {
        for (int index = from; index < to; index++) {
            take(bytes[index] & 0xff);
        }
    }

    /** Takes the next byte. */
    void take(int octet);

    /** Ends the file: a last record needs no line end. */
    void end();

    long records();

    /** Blank lines that are no records. */
    long blankLines();

    /** Bytes of the longest record. */
    long longest();
}
