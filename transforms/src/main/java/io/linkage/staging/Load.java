package io.linkage.staging;

/** What a delivery of a source holds. */
public enum Load {
    /** All rows there are: what is not in it is gone. */
    FULL,
    /** Only new rows: the first delivery of a key stands. */
    APPEND,
    /** New, changed and deleted rows: the last delivery of a key stands. */
    CHANGES
}
