package io.linkage.jobs.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/** How the files of one text format are looked through and read. */
interface TextFormat extends Serializable {
    /** Its name for a reader. */
    String name();

    /** Whether a file without records is accepted. */
    boolean mayBeEmpty();

    /** Looks at the start of a file alone: is it what it claims, does it hold the columns. */
    void peek(TextFile file, Header wanted) throws BadFile, IOException;

    /** Looks through a whole file before its rows are read: faults, digest, count, names of its columns. */
    FileFacts facts(TextFile file, Header wanted) throws BadFile, IOException;

    /** Columns that the format adds to those of the files. */
    List<String> added();

    /**
     * The records of a file.
     *
     * @param header names of the file's columns
     * @param columns names of the source's columns, among which the records find their places
     */
    Records records(InputStream text, List<String> header, List<String> columns) throws IOException;
}
