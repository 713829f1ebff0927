package io.linkage.settings;

import java.time.ZoneId;

/** In which currency and time zone the company reports. */
public record ReportingSettings(
        @Setting(meaning = "ISO 4217 code of the reporting currency", standard = "EUR")
        String currency,

        @Setting(meaning = "zone in which source moments are written and days begin", standard = "UTC")
        ZoneId timeZone) {}
