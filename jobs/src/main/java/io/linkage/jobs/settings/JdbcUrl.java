package io.linkage.jobs.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which JDBC URLs may be opened: a driver's parameters can run code or read files, so only harmless ones pass. */
public final class JdbcUrl {
    private static final Pattern POSTGRESQL =
            Pattern.compile("jdbc:postgresql://[A-Za-z0-9.,:_\\[\\]-]+/[A-Za-z0-9_.-]+(\\?(?<parameters>.*))?");
    private static final Pattern H2 =
            Pattern.compile("jdbc:h2:(?:file:|mem:)?(?!tcp:|ssl:|zip:|classpath:)[^;?\\\\:]+(;(?<parameters>.*))?");
    private static final Set<String> POSTGRESQL_PARAMETERS = Set.of(
            "applicationname",
            "connecttimeout",
            "currentschema",
            "sockettimeout",
            "sslmode",
            "sslrootcert",
            "targetservertype",
            "tcpkeepalive");
    private static final Set<String> H2_PARAMETERS = Set.of(
            "access_mode_data",
            "case_insensitive_identifiers",
            "database_to_lower",
            "database_to_upper",
            "db_close_delay",
            "db_close_on_exit",
            "ifexists",
            "lock_timeout",
            "mode",
            "schema");

    private JdbcUrl() {}

    /** Why the URL may not be opened; empty where it may. Never quotes the URL, which might hold a password. */
    public static Optional<String> fault(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return fault(POSTGRESQL.matcher(url), "&", POSTGRESQL_PARAMETERS, "jdbc:postgresql://host:port/database");
        }
        if (url.startsWith("jdbc:h2:")) {
            return fault(H2.matcher(url), ";", H2_PARAMETERS, "jdbc:h2:file:/path or jdbc:h2:mem:name");
        }
        return Optional.of("only the drivers postgresql and h2 may be used");
    }

    private static Optional<String> fault(Matcher url, String separator, Set<String> known, String shape) {
        if (!url.matches()) {
            return Optional.of("not of the form " + shape);
        }
        String parameters = url.group("parameters");
        if (parameters == null || parameters.isEmpty()) {
            return Optional.empty();
        }
        for (String parameter : parameters.split(Pattern.quote(separator), -1)) {
            String name = parameter.split("=", 2)[0];
            if (!known.contains(name.toLowerCase(Locale.ROOT)) || parameter.contains("\\")) {
                String word = name.matches("[A-Za-z_]{1,40}") ? name + " " : "";
                return Optional.of(
                        "the parameter " + word + "is not allowed; user and password have keys of their own");
            }
        }
        return Optional.empty();
    }
}
