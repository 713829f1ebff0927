package io.linkage.settings;

/** When feedback that waits is a blockage, and over what time its euro are told. */
public record LeakSettings(
        @Setting(
                meaning = "days that feedback may wait for its next stage; what waits longer is blocked",
                standard = "30",
                least = 1,
                most = 730)
        int blockedDays,

        @Setting(
                meaning =
                        "days before and after over which a customer's margin is compared, and without a purchase after"
                                + " which one whose feedback waits counts as lost",
                standard = "90",
                least = 7,
                most = 730)
        int windowDays,

        @Setting(
                meaning = "customers told back, and customers to compare them with, below which what was recovered is"
                        + " not told",
                standard = "20",
                least = 2,
                most = 100000)
        int leastCustomers) {}
