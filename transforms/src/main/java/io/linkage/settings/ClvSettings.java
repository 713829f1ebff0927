package io.linkage.settings;

import java.time.LocalDate;
import java.util.Optional;

/** How customer lifetime value is estimated. */
public record ClvSettings(
        @Setting(
                meaning = "purchase process: auto takes the better likelihood of bg-nbd and mbg-nbd",
                standard = "auto",
                oneOf = {"auto", "bg-nbd", "mbg-nbd"})
        String model,

        @Setting(meaning = "last day whose purchases calibrate the model; absent: the business date")
        Optional<LocalDate> calibrationEnd,

        @Setting(meaning = "months of future purchases that are valued", standard = "12", least = 1, most = 120)
        int horizonMonths,

        @Setting(meaning = "yearly discount rate", standard = "0.10", least = 0, most = 1)
        double yearlyDiscountRate,

        @Setting(
                meaning = "margin as a share of net revenue where the cost of goods is not known",
                standard = "1.0",
                least = 0,
                most = 1)
        double marginShare) {

    /** Last day whose purchases calibrate the model on a business date: never one after it. */
    public LocalDate calibrationEnd(LocalDate asOf) {
        return calibrationEnd.filter(date -> date.isBefore(asOf)).orElse(asOf);
    }
}
