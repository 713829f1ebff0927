package io.linkage.contract;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a build may see: declared tables, the business date, settings; no session and no clock. */
public interface Inputs {

    /**
     * Rows of a declared table as of the business date, of a table kept by slice only its slice; rows of a table not
     * declared are refused.
     */
    Dataset<Row> rows(Table table);

    /** Rows of the table under construction as the night of an earlier business date left them; empty where none did. */
    Dataset<Row> before();

    /** Business date of the latest earlier night that wrote a declared table kept by slice; empty where none did. */
    Optional<LocalDate> before(Table table);

    /** What the night of an earlier business date saw of the declared tables and left of them, with tonight's settings. */
    Inputs earlier(LocalDate date);

    /** One row without meaning, from which constant rows are made. */
    Dataset<Row> one();

    /** Business date D: only what was loaded on or before D, about events on or before D. */
    LocalDate asOf();

    /** Settings of one subject, with every default filled in. */
    <T> T settings(Class<T> type);

    /** Keyed pseudonym of an identifier (HMAC-SHA-256), as lower-case hexadecimal text. */
    org.apache.spark.sql.Column pseudonym(org.apache.spark.sql.Column identifier);
}
