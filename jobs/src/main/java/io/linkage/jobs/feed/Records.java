package io.linkage.jobs.feed;

import java.io.Closeable;

/** The records of one text file, streamed. A fault of storage comes as {@link java.io.UncheckedIOException}. */
interface Records extends Closeable {
    /** Whether there is another record. */
    boolean hasNext();

    /** Puts the next record's values at the places of their columns, and notes what is wrong with it. */
    void next(Object[] values, RowFaults faults);

    @Override
    void close();
}
