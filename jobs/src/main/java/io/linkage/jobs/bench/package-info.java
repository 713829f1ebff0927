/** Parts of a night on Parquet files, timed: Linkage's side of {@code bench/}. */
package io.linkage.jobs.bench;
