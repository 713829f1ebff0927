package io.linkage.settings;

import java.time.LocalDate;
import java.util.Optional;

/** How contracts are renewed, and what they are worth. */
public record ContractSettings(
        @Setting(
                meaning = "months of a period: a contract is renewed, or ends, at the end of each, and is paid for at"
                        + " its beginning",
                standard = "1",
                least = 1,
                most = 24)
        int periodMonths,

        @Setting(
                meaning = "ends of contracts below which a segment is valued as all segments are, and all of them are"
                        + " not valued",
                standard = "30",
                least = 5,
                most = 100000)
        int leastEnds,

        @Setting(
                meaning =
                        "day since which the feed holds the contracts that end, where those that had ended before are not"
                                + " delivered: of each contract the periods that begin on it or later count; absent: all that ever"
                                + " ended are delivered")
        Optional<LocalDate> observedSince,

        @Setting(
                meaning =
                        "days between two spells of a contract up to which it goes on: more are a pause, which ends it; 1"
                                + " forgives a source that tells the last day as the end",
                standard = "1",
                least = 0,
                most = 365)
        int pauseDays) {}
