package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.core.Lines;
import io.linkage.core.identity.ChangedCustomers;
import io.linkage.model.registry.QualityEntry;
import io.linkage.settings.JudgementSettings;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What earlier nights forecast, by the models and histories that they left, against the purchase days that came since. A
 * night is judged once at each age, by the first night on which it is that old.
 */
public final class NightQuality {
    private static final String[] CUSTOMER = {FeatureCustomer.CUSTOMER_KEY.name()};
    private static final String CAME = "_came";

    private NightQuality() {}

    /** Mean absolute error and bias of every night that has come of age; none where none has. */
    public static List<QualityEntry> of(Inputs in) {
        List<QualityEntry> entries = new ArrayList<>();
        for (LocalDate night : due(in)) {
            entries.addAll(judged(in, night));
        }
        return entries;
    }

    /** Nights that have reached an age of judgement since the night before. */
    private static TreeSet<LocalDate> due(Inputs in) {
        TreeSet<LocalDate> due = new TreeSet<>();
        Optional<LocalDate> before = in.before(Model.TABLE);
        for (long age : in.settings(JudgementSettings.class).afterDays()) {
            Optional<LocalDate> night = in.earlier(in.asOf().minusDays(age - 1)).before(Model.TABLE);
            while (night.isPresent() && night.get().plusDays(age).isAfter(before.orElse(LocalDate.MIN))) {
                due.add(night.get());
                night = in.earlier(night.get()).before(Model.TABLE);
            }
        }
        return due;
    }

    private static List<QualityEntry> judged(Inputs in, LocalDate night) {
        Inputs then = in.earlier(night);
        List<Row> models = then.rows(Model.TABLE).collectAsList();
        Optional<FittedModel> champion = FittedModel.from(models);
        if (champion.isEmpty()) {
            return List.of();
        }
        LocalDate end = calibrationEnd(models);
        Dataset<Row> buyers = then.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.AGE_WEEKS.col().isNotNull());
        // Who carries another key by now did not stop buying, and a key that took up another's records did not buy
        // more.
        Dataset<Row> still = buyers.join(in.rows(FeatureCustomer.TABLE).select(CUSTOMER[0]), CUSTOMER, "left_semi")
                .join(ChangedCustomers.since(in, night), CUSTOMER, "left_anti")
                .join(came(in, end), CUSTOMER, "left");
        return new PurchaseErrors(ModelQuality.NIGHT, Optional.of(night))
                .of(champion.get(), end, in.asOf(), ClvQuality.outcomes(still, coalesce(col(CAME), lit(0L))));
    }

    private static LocalDate calibrationEnd(List<Row> models) {
        return models.stream()
                .filter(row -> row.<String>getAs(Model.SUBJECT_CODE.name()).equals(ModelRows.PURCHASES))
                .map(row -> row.<Date>getAs(Model.CALIBRATION_END_DATE.name()).toLocalDate())
                .findFirst()
                .orElseThrow();
    }

    private static Dataset<Row> came(Inputs in, LocalDate end) {
        return in.rows(FctOrderLine.TABLE)
                .filter(Lines.isSale().and(FctOrderLine.ORDER_DATE.col().gt(Days.day(end))))
                .groupBy(FctOrderLine.CUSTOMER_KEY.col())
                .agg(countDistinct(FctOrderLine.ORDER_DATE.col()).as(CAME));
    }
}
