package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/** The rows of a table, and their count from the same transaction; it ends in a stop when the two differ. */
final class JdbcRows implements Iterator<Row> {
    private final String name;
    private final int width;
    private final LongAccumulator total;
    private final long expected;
    private final ResultSet rows;
    private final JdbcText text;
    private long emitted;
    private boolean ready;

    JdbcRows(JdbcTable table, List<String> columns, LongAccumulator total) throws SQLException {
        this.name = table.name();
        this.width = columns.size();
        this.total = total;
        Connection connection = table.open();
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(connection));
        JdbcTable.Query query = table.query(connection);
        if (!query.columns().equals(columns)) {
            throw Stop.data("Table " + name + " changed its columns while it was read. Run the night again.");
        }
        Statement statement = table.statement(connection);
        this.expected = count(statement, query.count());
        this.rows = statement.executeQuery(query.rows());
        this.text = new JdbcText(rows);
    }

    @Override
    public boolean hasNext() {
        if (!ready) {
            try {
                ready = rows.next();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            if (!ready) {
                check();
            }
        }
        return ready;
    }

    @Override
    public Row next() {
        ready = false;
        emitted++;
        RowFaults faults = new RowFaults();
        Object[] values = new Object[width + 3];
        try {
            for (int index = 0; index < width; index++) {
                values[index] = faults.clean(text.of(index + 1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        values[width] = name;
        values[width + 1] = emitted;
        values[width + 2] = faults.text();
        return RowFactory.create(values);
    }

    private void check() {
        if (emitted != expected) {
            throw Stop.data("Table " + name + " holds " + expected + " rows, but " + emitted
                    + " were read from it. Nothing of it is used. Run the night again.");
        }
        total.add(emitted);
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet count = statement.executeQuery(query)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
