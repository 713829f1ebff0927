package io.linkage.model.clv.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.registry.QualityEntry;
import io.linkage.settings.ClvSettings;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.score.FeatureCustomer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Forecast purchase days against those that came after the end of calibration. There is nothing to hold a forecast against
 * where the business date itself ends the calibration.
 */
public final class ClvQuality {
    private ClvQuality() {}

    /** Mean absolute error and bias on the holdout; none where there is no holdout or no model. */
    public static List<QualityEntry> of(Inputs in, List<Row> models) {
        LocalDate end = in.settings(ClvSettings.class).calibrationEnd(in.asOf());
        Optional<FittedModel> champion = FittedModel.from(models);
        if (!end.isBefore(in.asOf()) || champion.isEmpty()) {
            return List.of();
        }
        // All purchase days so far, less the first one and those that calibrated.
        Column came = FeatureCustomer.PURCHASE_DAY_COUNT
                .col()
                .minus(FeatureCustomer.FREQUENCY_COUNT.col())
                .minus(1);
        Dataset<Row> buyers = in.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.AGE_WEEKS.col().isNotNull());
        return new PurchaseErrors(ModelQuality.HOLDOUT, Optional.empty())
                .of(champion.get(), end, in.asOf(), outcomes(buyers, came));
    }

    /** Histories with what then came, with their counts: those of many customers are brought together where they are alike. */
    static List<PurchaseErrors.Outcome> outcomes(Dataset<Row> buyers, Column came) {
        Counts.Part outcome = Counts.outcome(
                FeatureCustomer.CLV_GROUP_CODE.col(),
                FeatureCustomer.FREQUENCY_COUNT.col(),
                CalibrationRows.days(FeatureCustomer.RECENCY_WEEKS.col()),
                CalibrationRows.days(FeatureCustomer.AGE_WEEKS.col()),
                came);
        return Counts.of(buyers, Resolution.STANDARD, List.of(), outcome).outcomes().stream()
                .map(row -> new PurchaseErrors.Outcome(
                        row.group().orElse(null), row.history(), row.came(), row.customers()))
                .toList();
    }
}
