package io.linkage.settings;

import java.time.LocalDate;
import java.util.Optional;

/** How customer lifetime value is estimated. */
public record ClvSettings(
        @Setting(
                meaning = "purchase process: auto takes what forecast best, fitted on an earlier day",
                standard = "auto",
                oneOf = {"auto", "bg-nbd", "mbg-nbd", "pareto-nbd"})
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
        double marginShare,

        @Setting(
                meaning = "days before the end of calibration on whose purchases models are tried; with fewer days of"
                        + " history than twice this, the likelihood decides",
                standard = "91",
                least = 7,
                most = 730)
        int selectionDays,

        @Setting(
                meaning = "what tells groups of customers apart in purchase rate and dropout: segment,"
                        + " acquisition-channel, both, or none",
                standard = NONE,
                oneOf = {NONE, SEGMENT, ACQUISITION_CHANNEL, BOTH})
        String covariates,

        @Setting(
                meaning = "whether monthly factors of how much is bought are estimated and taken out of histories and"
                        + " put into forecasts",
                standard = NONE,
                oneOf = {NONE, MONTHLY})
        String season) {

    /** Neither covariates nor a season. */
    public static final String NONE = "none";
    /** The company's own segment. */
    public static final String SEGMENT = "segment";
    /** The channel through which the customer came. */
    public static final String ACQUISITION_CHANNEL = "acquisition-channel";
    /** Segment and channel. */
    public static final String BOTH = "both";
    /** One factor for each month of the year. */
    public static final String MONTHLY = "monthly";

    /** Last day whose purchases calibrate the model on a business date: never one after it. */
    public LocalDate calibrationEnd(LocalDate asOf) {
        return calibrationEnd.filter(date -> date.isBefore(asOf)).orElse(asOf);
    }

    /** The earlier day up to which models are fitted to try them. */
    public LocalDate selectionEnd(LocalDate asOf) {
        return calibrationEnd(asOf).minusDays(selectionDays);
    }

    /** Whether a covariate is used. */
    public boolean tellsApart(String covariate) {
        return covariates.equals(BOTH) || covariates.equals(covariate);
    }

    /** Whether a season is estimated. */
    public boolean hasSeason() {
        return season.equals(MONTHLY);
    }
}
