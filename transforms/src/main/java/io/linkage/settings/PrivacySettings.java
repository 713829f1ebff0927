package io.linkage.settings;

/** How persons are protected. */
public record PrivacySettings(
        @Setting(
                meaning = "least number of employees whose engagement is shown together",
                standard = "10",
                least = 5,
                most = 1000)
        int minimumGroup,

        @Setting(
                meaning = "key of the customers' pseudonyms: ${env:NAME}, ${file:PATH}, or 'generate' to keep"
                        + " one made by Linkage in the warehouse")
        String pseudonymKey) {}
