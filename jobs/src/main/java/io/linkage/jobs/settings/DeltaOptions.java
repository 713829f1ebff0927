package io.linkage.jobs.settings;

import io.linkage.settings.Setting;
import java.util.Optional;

/** How a Delta table is read: one version of it, whatever is written meanwhile. */
public record DeltaOptions(
        @Setting(meaning = "version to read; absent: the newest when the night reads it", least = 0)
        Optional<Long> version,

        @Setting(meaning = "whether a table without rows is accepted", standard = "false")
        boolean mayBeEmpty)
        implements Options {}
