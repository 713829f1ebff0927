package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import io.linkage.contract.Inputs;
import io.linkage.model.clv.ChooseModel;
import io.linkage.model.clv.ClvFit;
import io.linkage.model.clv.CountedHistory;
import io.linkage.model.clv.CountedSpend;
import io.linkage.model.clv.History;
import io.linkage.model.registry.ModelEntry;
import io.linkage.settings.ClvSettings;
import io.linkage.table.score.FeatureCustomer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits purchases and spend on the distinct histories with their counts: however many customers there are, only as many
 * rows reach the driver as there are different histories.
 */
public final class ClvModels {
    private static final double DAYS_OF_WEEK = 7;

    private ClvModels() {}

    /** What the night fitted, from {@code feature_customer}. */
    public static List<ModelEntry> of(Inputs in) {
        ClvSettings settings = in.settings(ClvSettings.class);
        Dataset<Row> buyers = in.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.AGE_WEEKS.col().isNotNull());
        List<Row> counted = counted(buyers);
        ClvFit fit = ChooseModel.from(settings.model(), histories(counted), spends(counted));
        LocalDate end = settings.calibrationEnd(in.asOf());
        double margin = marginShare(in.rows(FeatureCustomer.TABLE), settings.marginShare());
        return new ModelRows(end).of(fit, margin);
    }

    private static List<Row> counted(Dataset<Row> buyers) {
        return buyers.groupBy(
                        FeatureCustomer.FREQUENCY_COUNT.col(),
                        days(FeatureCustomer.RECENCY_WEEKS.col()).as("recency_in_days"),
                        days(FeatureCustomer.AGE_WEEKS.col()).as("age_in_days"),
                        FeatureCustomer.REPEAT_SPEND_AMOUNT.col())
                .agg(count(lit(1)).as("customers"))
                .collectAsList();
    }

    private static Column days(Column weeks) {
        return round(weeks.multiply(DAYS_OF_WEEK)).cast("int");
    }

    private static List<CountedHistory> histories(List<Row> counted) {
        return CountedHistory.merge(counted.stream()
                .map(row -> new CountedHistory(
                        History.ofDays(row.getLong(0), row.getInt(1), row.getInt(2)), row.getLong(4)))
                .toList());
    }

    private static List<CountedSpend> spends(List<Row> counted) {
        Stream<Row> repeaters = counted.stream()
                .filter(row -> row.getLong(0) > 0 && row.getDecimal(3).signum() > 0);
        return CountedSpend.merge(repeaters
                .map(row -> new CountedSpend(
                        row.getLong(0), row.getDecimal(3).doubleValue() / row.getLong(0), row.getLong(4)))
                .toList());
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
