package io.linkage.jobs.settings;

/** Options of a source's format. */
public sealed interface Options permits TextOptions, ParquetOptions, DeltaOptions, JdbcOptions {
    /** Whether a delivery without rows is accepted. */
    boolean mayBeEmpty();
}
