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
        Optional<LocalDate> observedSince) {}
