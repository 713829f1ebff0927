package io.linkage.staging;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;

/** Columns that landing adds to the rows of every source. */
public final class Landing {
    /** File (or table) the row came from, by its path below the fixed folder of its source's location. */
    public static final String FILE = "_file";
    /** Number of the physical record in its file, from 1, header not counted. */
    public static final String RECORD = "_record";
    /** Business date of the night that loaded it. */
    public static final String LOADED = "_loaded_date";
    /** Faults of the record as a whole (FIELD_COUNT, NO_OBJECT, DUPLICATE_KEY, ENCODING, CONTROL_CHAR, ...), or null. */
    public static final String FAULT = "_fault";
    /** insert, update or delete, for a feed of changes; else null. */
    public static final String CHANGE = "_change";

    public static final List<String> ALL = List.of(FILE, RECORD, LOADED, FAULT, CHANGE);

    private Landing() {}

    /** Whether a change deletes its record; false of a row that is no change. */
    static Column deletes() {
        return coalesce(col(CHANGE).equalTo("delete"), lit(false));
    }
}
