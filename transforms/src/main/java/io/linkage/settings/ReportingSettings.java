package io.linkage.settings;

import java.time.ZoneId;
import java.util.Currency;

/** In which currency and time zone the company reports. */
public record ReportingSettings(
        @Setting(meaning = "reporting currency", standard = "EUR")
        Currency currency,

        @Setting(meaning = "zone in which source moments are written and days begin", standard = "UTC")
        ZoneId timeZone) {

    /** Its code in ISO 4217, as rows and readers know it. */
    public String currencyCode() {
        return currency.getCurrencyCode();
    }
}
