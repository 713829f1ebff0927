package io.linkage.settings;

/** How the effect of campaigns is told. */
public record CampaignSettings(
        @Setting(
                meaning = "days from a contact on in which purchases count as what came of it",
                standard = "60",
                least = 1,
                most = 730)
        int outcomeDays,

        @Setting(
                meaning = "days before a contact whose margin adjusts the effect for what customers brought in anyway",
                standard = "365",
                least = 1,
                most = 1825)
        int earlierDays,

        @Setting(
                meaning = "treated customers, and customers to compare them with, below which no effect is given",
                standard = "30",
                least = 2,
                most = 100000)
        int leastCustomers,

        @Setting(
                meaning = "campaigns without a control group that are compared with customers who match, the latest",
                standard = "6",
                least = 0,
                most = 100)
        int matchedCampaigns,

        @Setting(
                meaning = "customers at most with whom a treated one is compared where there is no control group",
                standard = "5",
                least = 1,
                most = 100)
        int matchesPerCustomer) {}
