package io.linkage.settings;

/** What is set against the margin of a customer, and what could be won. */
public record ValueSettings(
        @Setting(
                meaning = "whole months of the past whose costs to serve, keep and acquire customers are looked at",
                standard = "12",
                least = 1,
                most = 36)
        int costMonths,

        @Setting(
                meaning = "share of what a customer spends in the category that can be won at best",
                standard = "0.8",
                least = 0,
                most = 1)
        double reachableWalletShare) {}
