package io.linkage.model.clv;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What purchase models are fitted to, in any order.
 *
 * @param histories of all customers up to the end of calibration
 * @param selection of an earlier day; empty where none was made
 * @param groups histories by group of customers; empty where groups are not told apart
 */
public record PurchaseData(
        List<CountedHistory> histories, Optional<Selection> selection, Map<String, List<CountedHistory>> groups) {
    /** Histories alone. */
    public static PurchaseData of(List<CountedHistory> histories) {
        return new PurchaseData(histories, Optional.empty(), Map.of());
    }
}
