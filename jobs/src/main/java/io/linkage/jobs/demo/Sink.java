package io.linkage.jobs.demo;

/** Takes the rows of one table as they are made. */
interface Sink {
    /** A row, its values in the order of the table's columns. */
    void row(Object... values);

    /** Says that the row given last is odd on purpose, and what staging must make of it. */
    default void dirty(Fault fault) {}
}
