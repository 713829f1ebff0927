package io.linkage.settings;

/** How long readers find earlier releases. */
public record PublishingSettings(
        @Setting(
                meaning = "nights whose releases are kept; the current one always is",
                standard = "14",
                least = 1,
                most = 3650)
        int keepReleases) {}
