package io.linkage.jobs.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.spark.sql.types.StructType;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Sends the rows of one table to PostgreSQL by COPY, about a megabyte at a time. */
final class CopySink implements Sink {
    private static final int FULL = 1 << 20;

    private final StringBuilder text = new StringBuilder();
    private final CopyManager copy;
    private final String command;

    CopySink(Connection connection, String table, StructType columns) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        this.command = "copy " + table + " (" + String.join(", ", columns.fieldNames()) + ") from stdin";
    }

    @Override
    public void row(Object... values) {
        for (int column = 0; column < values.length; column++) {
            text.append(column == 0 ? "" : "\t").append(escaped(values[column]));
        }
        text.append('\n');
        if (text.length() > FULL) {
            flush();
        }
    }

    private static String escaped(Object value) {
        if (value == null) {
            return "\\N";
        }
        return value instanceof String word
                ? word.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                : value.toString();
    }

    void flush() {
        try {
            copy.copyIn(command, new StringReader(text.toString()));
            text.setLength(0);
        } catch (SQLException | IOException fault) {
            throw new IllegalStateException("Loading failed: " + command, fault);
        }
    }
}
