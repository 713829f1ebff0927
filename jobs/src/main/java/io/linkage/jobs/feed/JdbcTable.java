package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.JdbcOptions;
import io.linkage.jobs.settings.Secrets;
import io.linkage.jobs.settings.Source;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A table of a database: how it is reached, found and named, without changing anything there. */
final class JdbcTable implements Serializable {
    private static final long serialVersionUID = 1L;
    /** What the network may add to the time of a statement: the statement's own limit is told first. */
    private static final int MARGIN_SECONDS = 10;

    private final String source;
    private final String url;
    private final String table;
    private final String user;
    private final String password;
    private final int fetchSize;
    private final int connectSeconds;
    private final int socketSeconds;
    private final int statementSeconds;

    JdbcTable(Source source, JdbcOptions options) {
        this.source = source.feed() + "." + source.name();
        this.url = source.location();
        this.table = options.table();
        this.user = options.user().orElse(null);
        this.fetchSize = options.fetchSize();
        this.connectSeconds = options.connectSeconds();
        this.socketSeconds = options.socketSeconds();
        this.statementSeconds = options.statementSeconds();
        this.password = options.password().map(Secrets::reveal).orElse(null);
    }

    /** What to ask, and the columns of the answer. */
    record Query(String rows, String count, List<String> columns) {}

    /** Opens a connection that reads one state of the database and changes nothing. */
    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties());
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Finds the table by its name, exactly or else in another case. */
    Query query(Connection connection) throws SQLException {
        String name = found(connection);
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + name + " where 1 = 0")) {
            List<String> columns = new ArrayList<>();
            for (int index = 1; index <= none.getMetaData().getColumnCount(); index++) {
                columns.add(none.getMetaData().getColumnLabel(index));
            }
            return new Query("select * from " + name, "select count(*) from " + name, List.copyOf(columns));
        }
    }

    /** A statement that gives up in time and holds only a part of the rows; until it answers, the network is silent. */
    Statement statement(Connection connection) throws SQLException {
        int silent = Math.max(socketSeconds, statementSeconds + MARGIN_SECONDS);
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(Duration.ofSeconds(silent).toMillis()));
        Statement statement = connection.createStatement();
        statement.setQueryTimeout(statementSeconds);
        statement.setFetchSize(fetchSize);
        return statement;
    }

    String name() {
        return table;
    }

    /** A failure of the database as a stop: a missing table is a fault of the data, all else is worth a retry. */
    Stop stop(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String text = "Source " + source + ": the database failed with SQLState " + state;
        if (state.startsWith("42")) {
            return Stop.data(text + ": the table or a right to read it is missing. Grant SELECT on " + table
                    + ", or correct options.table.");
        }
        String why = state.startsWith("28")
                ? ": user or password was refused. Check both"
                : ". Check that it can be reached";
        return Stop.unreachable(text + why + ", and run again.", failure);
    }

    private String found(Connection connection) throws SQLException {
        String[] parts = table.split("\\.");
        String schema = parts.length == 2 ? parts[0] : null;
        String name = parts[parts.length - 1];
        List<String[]> matches = new ArrayList<>();
        DatabaseMetaData meta = connection.getMetaData();
        try (ResultSet tables = meta.getTables(connection.getCatalog(), null, null, kinds())) {
            while (tables.next()) {
                String[] found = {tables.getString("TABLE_SCHEM"), tables.getString("TABLE_NAME")};
                boolean visible = schema == null ? found[0].equals(connection.getSchema()) : same(schema, found[0]);
                if (visible && same(name, found[1])) {
                    matches.add(found);
                }
            }
        }
        return quoted(one(matches, schema, name));
    }

    private String[] one(List<String[]> matches, String schema, String name) {
        return matches.stream()
                .filter(match -> match[1].equals(name) && (schema == null || match[0].equals(schema)))
                .findFirst()
                .or(() -> matches.size() == 1 ? matches.stream().findFirst() : java.util.Optional.empty())
                .orElseThrow(() -> Stop.data("Source " + source + ": there is "
                        + (matches.isEmpty() ? "no table " : "more than one table like ") + table
                        + " that this user may see. Correct options.table, or grant SELECT on it."));
    }

    private static String[] kinds() {
        return new String[] {"TABLE", "BASE TABLE", "VIEW", "MATERIALIZED VIEW", "PARTITIONED TABLE", "FOREIGN TABLE"};
    }

    private static boolean same(String left, String right) {
        return left.equalsIgnoreCase(right);
    }

    private static String quoted(String[] name) {
        return "\"" + name[0].replace("\"", "\"\"") + "\".\"" + name[1].replace("\"", "\"\"") + "\"";
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            properties.setProperty("connectTimeout", Integer.toString(connectSeconds));
            properties.setProperty("loginTimeout", Integer.toString(connectSeconds));
            properties.setProperty("socketTimeout", Integer.toString(socketSeconds));
            properties.setProperty("ApplicationName", "linkage");
        }
        return properties;
    }
}
