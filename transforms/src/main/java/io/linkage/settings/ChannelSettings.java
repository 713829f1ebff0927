package io.linkage.settings;

/** How channels are told apart by what they lead to. */
public record ChannelSettings(
        @Setting(
                meaning = "days of the past whose touches and orders are looked at",
                standard = "365",
                least = 30,
                most = 3650)
        int pastDays,

        @Setting(
                meaning = "days without a touch after which a path ends without an order; a touch counts towards an"
                        + " order that follows within them",
                standard = "30",
                least = 1,
                most = 365)
        int pathDays,

        @Setting(
                meaning =
                        "days of each of the three spells in which channels are used before, used after, and customers"
                                + " looked at who took one up, changed to it or dropped it",
                standard = "90",
                least = 7,
                most = 365)
        int spellDays,

        @Setting(
                meaning = "customers who took up, changed or dropped a channel, and customers like them who did not,"
                        + " below which no change of value is given",
                standard = "30",
                least = 2,
                most = 100000)
        int leastCustomers) {}
