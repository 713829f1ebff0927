package io.linkage.jobs.demo;

/** Takes the rows of one table as they are made. */
interface Sink {
    /** A row, its values in the order of the table's columns. */
    void row(Object... values);

    /** Says that the row given last is faulty on purpose, and how. */
    default void dirty(String fault) {}
}
