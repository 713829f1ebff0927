package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.sum;

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
 * Fits purchases and spend on the distinct histories with their counts: however many customers there are, only as many
 * rows reach the driver as there are different histories.
 */
public final class ClvModels {
    private ClvModels() {}

    /** What the night fitted, from {@code feature_customer}. */
    public static List<ModelEntry> of(Inputs in) {
        ClvSettings settings = in.settings(ClvSettings.class);
        LocalDate end = settings.calibrationEnd(in.asOf());
        CalibrationRows rows = CalibrationRows.of(in.rows(FeatureCustomer.TABLE), end);
        Optional<SeasonFactors> season = settings.hasSeason()
                ? Optional.of(Season.of(in.rows(FctOrderLine.TABLE), rows, end))
                : Optional.empty();
        SeasonClock clock = season.map(SeasonFactors::clock).orElse(SeasonClock.NONE);
        ClvFit fit = ChooseModel.from(settings.model(), rows.purchases(settings, clock), rows.spends());
        double margin = marginShare(in.rows(FeatureCustomer.TABLE), settings.marginShare());
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

    /** Margin over revenue of everyone; the setting where there is no revenue to observe it on. */
    private static double marginShare(Dataset<Row> features, double standard) {
        Row total = features.agg(
                        sum(FeatureCustomer.MARGIN_AMOUNT.col()), sum(FeatureCustomer.NET_REVENUE_AMOUNT.col()))
                .first();
        boolean observed = !total.isNullAt(1) && total.getDecimal(1).signum() > 0;
        return observed
                ? total.getDecimal(0).doubleValue() / total.getDecimal(1).doubleValue()
                : standard;
    }
}
