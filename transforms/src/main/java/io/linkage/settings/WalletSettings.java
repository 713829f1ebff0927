package io.linkage.settings;

/** How wallets of customers who were not asked are estimated. */
public record WalletSettings(
        @Setting(
                meaning =
                        "buyers who stated a share of their wallet in the last 365 days, below which wallets of the others"
                                + " are not modelled",
                standard = "100",
                least = 50,
                most = 100000)
        int leastAnswers,

        @Setting(
                meaning = "quantile of what similar buyers spend with us that counts as a realistic wallet",
                standard = "0.9",
                least = 0.5,
                most = 0.99)
        double realisticQuantile) {}
