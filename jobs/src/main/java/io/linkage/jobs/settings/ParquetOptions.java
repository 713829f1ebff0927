package io.linkage.jobs.settings;

import io.linkage.settings.Setting;

/** How a Parquet source is read: types and names come from the files themselves. */
public record ParquetOptions(
        @Setting(meaning = "whether a file without rows is accepted", standard = "false")
        boolean mayBeEmpty) implements Options {}
