package io.linkage.settings;

/** What keeping a customer costs and brings: the terms by which the profit of a churn model is taken. */
public record RetentionSettings(
        @Setting(
                meaning =
                        "what each customer who leaves is worth, in the reporting currency; 0: each one's own margin of the"
                                + " year up to the day, or of the contracts that ran, over models.clv.horizon-months",
                standard = "0",
                least = 0,
                most = 1e6)
        double customerValue,

        @Setting(
                meaning = "cost of the offer to a customer who takes it, in the reporting currency",
                standard = "10",
                least = 0,
                most = 1e5)
        double offerCost,

        @Setting(
                meaning = "cost of contacting a customer, in the reporting currency",
                standard = "1",
                least = 0,
                most = 1e5)
        double contactCost,

        @Setting(
                meaning =
                        "first shape of the Beta distribution of the share of leavers whom the offer keeps; with the second"
                                + " as it stands 3 in 10 on average",
                standard = "6",
                least = 0.1,
                most = 1000)
        double acceptAlpha,

        @Setting(meaning = "second shape of this distribution", standard = "14", least = 0.1, most = 1000)
        double acceptBeta) {}
