package io.linkage.table.core;

/** Members that every dimension has, so that no fact has an empty key (Kimball). */
public enum Special {
    /** The source gave no value. */
    MISSING(0, "Missing"),
    /** The source gave a value that no dimension row has. */
    UNKNOWN(-1, "Unknown"),
    /** The question does not arise. */
    NOT_APPLICABLE(-2, "Not applicable"),
    /** The value could not be used. */
    ERROR(-3, "Error"),
    /** Not shown, so that nobody can be recognised. */
    WITHHELD(-4, "Withheld for privacy");

    private final long key;
    private final String text;

    Special(long key, String text) {
        this.key = key;
        this.text = text;
    }

    /** Key of the member in every dimension. */
    public long key() {
        return key;
    }

    /** Name shown to readers. */
    public String text() {
        return text;
    }
}
