package io.linkage.model.clv.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.clv.ChooseModel;
import io.linkage.model.clv.ClvFit;
import io.linkage.model.clv.Horizon;
import io.linkage.model.clv.SeasonClock;
import io.linkage.model.clv.SeasonFactors;
import io.linkage.model.registry.ModelEntry;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.score.FeatureCustomer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits purchases and spend on histories and spends with their counts; those of many customers are brought together where they
 * are alike, so that what reaches the driver does not grow with the customers: decision 033.
 */
public final class ClvModels {
    private ClvModels() {}

    /** What the night fitted, from {@code feature_customer}. */
    public static List<ModelEntry> of(Inputs in) {
        ClvSettings settings = in.settings(ClvSettings.class);
        LocalDate end = settings.calibrationEnd(in.asOf());
        Dataset<Row> features = in.rows(FeatureCustomer.TABLE);
        CalibrationRows rows = CalibrationRows.of(features, end, settings.selectionDays(), Resolution.STANDARD);
        Optional<SeasonFactors> season = settings.hasSeason()
                ? Optional.of(Season.of(in.rows(FctOrderLine.TABLE), rows, end))
                : Optional.empty();
        SeasonClock clock = season.map(SeasonFactors::clock).orElse(SeasonClock.NONE);
        ClvFit fit = ChooseModel.from(settings.model(), rows.purchases(settings, clock), rows.spends());
        double margin = rows.marginShare(settings.marginShare());
        return new ModelRows(end, note(fit, settings)).of(fit, season, margin);
    }

    private static String note(ClvFit fit, ClvSettings settings) {
        double force = Horizon.ofYearlyRate(settings.horizonMonths(), settings.yearlyDiscountRate())
                .weeklyForce();
        boolean endless = fit.model()
                .filter(model -> !model.purchases().hasLifetime(force))
                .isPresent();
        return endless
                ? " There is no residual value: without a discount (clv.yearly-discount-rate is 0) the purchases of a whole"
                        + " life have no finite sum."
                : "";
    }
}
