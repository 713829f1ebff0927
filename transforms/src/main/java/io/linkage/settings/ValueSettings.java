package io.linkage.settings;

import java.time.LocalDate;

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
        double reachableWalletShare,

        @Setting(
                meaning = "new customers with a known referrer below which no promoter value is given",
                standard = "30",
                least = 1,
                most = 100000)
        int leastReferrals) {

    /** First day of the months whose costs are looked at on a business date; {@link #until} is the first day after them. */
    public LocalDate since(LocalDate asOf) {
        return until(asOf).minusMonths(costMonths);
    }

    /** First day of the month that has not ended on a business date. */
    public static LocalDate until(LocalDate asOf) {
        return asOf.plusDays(1).withDayOfMonth(1);
    }
}
