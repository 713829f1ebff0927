package io.linkage.jobs.settings;

import io.linkage.settings.Setting;

/** How Spark runs where no spark-submit says otherwise. */
public record SparkSettings(
        @Setting(meaning = "Spark master: local[n] for n cores, or a cluster's URL", standard = "local[2]")
        String master,

        @Setting(meaning = "partitions after a shuffle", standard = "4", least = 1, most = 10_000)
        int shufflePartitions) {}
