package io.linkage.jobs.settings;

import io.linkage.settings.Setting;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a table of a database is read: in one transaction that changes nothing and sees one state. */
public record JdbcOptions(
        @Setting(meaning = "table or view to read, as schema.table or table")
        String table,

        @Setting(meaning = "database user; best one that may only SELECT")
        Optional<String> user,

        @Setting(meaning = "its password as ${env:NAME} or ${file:PATH}")
        Optional<String> password,

        @Setting(meaning = "rows fetched at a time", standard = "10000", least = 1, most = 1_000_000)
        int fetchSize,

        @Setting(meaning = "seconds to wait for a connection", standard = "10", least = 1, most = 600)
        int connectSeconds,

        @Setting(
                meaning =
                        "seconds to wait for an answer on the network; while rows are asked for, statement-seconds and 10 more if that is longer",
                standard = "60",
                least = 1,
                most = 3600)
        int socketSeconds,

        @Setting(meaning = "seconds that the query may take", standard = "900", least = 1, most = 86_400)
        int statementSeconds,

        @Setting(meaning = "whether a table without rows is accepted", standard = "false")
        boolean mayBeEmpty)
        implements Options, Serializable {

    private static final Pattern TABLE =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}(\\.[A-Za-z_][A-Za-z0-9_]{0,62})?");

    public JdbcOptions {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("table must be a plain name or schema.name of letters, digits and _");
        }
    }
}
