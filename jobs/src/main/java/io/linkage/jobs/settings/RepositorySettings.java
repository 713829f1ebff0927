package io.linkage.jobs.settings;

import io.linkage.settings.Setting;
import java.util.Optional;

/** Where runs are recorded: an H2 file in the warehouse, unless a PostgreSQL database is named. */
public record RepositorySettings(
        @Setting(meaning = "JDBC URL of a PostgreSQL database; absent: an H2 file in the warehouse")
        Optional<String> url,

        @Setting(meaning = "database user") Optional<String> user,

        @Setting(meaning = "its password as ${env:NAME} or ${file:PATH}")
        Optional<String> password) {

    public RepositorySettings {
        url.flatMap(JdbcUrl::fault).ifPresent(why -> {
            throw new IllegalArgumentException("repository.url: " + why);
        });
    }
}
