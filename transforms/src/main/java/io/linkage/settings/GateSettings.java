package io.linkage.settings;

/** When bad data stop a night. */
public record GateSettings(
        @Setting(
                meaning = "share of a feed's rows that may be quarantined before the night stops",
                standard = "0.05",
                least = 0,
                most = 1)
        double maximumQuarantinedShare,

        @Setting(
                meaning = "share of its rows that a full extract may lose against the night before",
                standard = "0.5",
                least = 0,
                most = 1)
        double maximumShrinkShare) {}
