package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import io.linkage.core.identity.ChangedCustomers;
import io.linkage.model.churn.Snapshots;
import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Metric;
import io.linkage.model.quality.Quality;
import io.linkage.model.quality.Tenths;
import io.linkage.model.registry.QualityEntry;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreProspect;
import io.linkage.table.score.ScoreWinBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What earlier nights published of each customer, against what those then did: metrics of all, and of each tenth the share
 * forecast beside the one realised. A night is judged once, by the first night that sees the end of its window.
 */
public final class ScoredNights {
    private static final String[] CUSTOMER = {FeatureChurn.CUSTOMER_KEY.name()};
    private static final String EVENT = "_event";

    private ScoredNights() {}

    /** Of all nights that have come of age; none where none has. */
    public static List<QualityEntry> of(Inputs in) {
        List<QualityEntry> entries = new ArrayList<>();
        entries.addAll(of(in, ScoreChurn.TABLE, ScoreChurn.CHURN_PROBABILITY, FeatureChurn.AT_RISK));
        entries.addAll(of(in, ScoreWinBack.TABLE, ScoreWinBack.RETURN_PROBABILITY, FeatureChurn.LAPSED));
        entries.addAll(of(in, ScoreProspect.TABLE, ScoreProspect.CONVERSION_PROBABILITY, FeatureChurn.PROSPECT));
        return entries;
    }

    /** Nights whose window ended since the night before; by the settings of tonight, which the score then must share. */
    private static List<QualityEntry> of(Inputs in, Table scores, Field chance, String population) {
        ChurnSettings settings = in.settings(ChurnSettings.class);
        long age = settings.gapDays() + (long) settings.windowDays();
        LocalDate before = in.before(Model.TABLE).orElse(LocalDate.MIN);
        List<QualityEntry> entries = new ArrayList<>();
        Optional<LocalDate> night = in.earlier(in.asOf().minusDays(age - 1)).before(scores);
        while (night.isPresent() && night.get().plusDays(age).isAfter(before)) {
            entries.addAll(judged(in, night.get(), scores, chance, population));
            night = in.earlier(night.get()).before(scores);
        }
        return entries;
    }

    private static List<QualityEntry> judged(
            Inputs in, LocalDate night, Table scores, Field chance, String population) {
        Dataset<Row> then = in.earlier(night).rows(scores);
        List<Row> one = then.limit(1).collectAsList();
        if (one.isEmpty()) {
            return List.of();
        }
        String code = population.equals(FeatureChurn.AT_RISK)
                ? one.get(0).getAs(ScoreChurn.DEFINITION_CODE.name())
                : Definition.subjectOf(population);
        ChurnSettings settings = in.settings(ChurnSettings.class);
        Definition definition = new Definition(
                code, new Snapshots(night, settings.gapDays(), settings.windowDays(), settings.snapshots()));
        if (definition.isStated()) {
            return List.of();
        }
        String model = one.get(0).getAs(ScoreChurn.MODEL_CODE.name());
        return entries(Definition.subject(code), model, night, counts(in, definition, then, chance));
    }

    /** By published chance: at most 9,999 rows. Those whose records have another key by now did not leave: they are not judged. */
    private static List<Counted> counts(Inputs in, Definition definition, Dataset<Row> scores, Field chance) {
        Dataset<Row> days =
                in.one().select(Days.day(definition.snapshots().asOf()).as(FeatureChurn.FEATURE_DATE.name()));
        Column bought = coalesce(col(Habits.BOUGHT), lit(false)).or(coalesce(col(Contracts.SIGNED), lit(false)));
        Column left = definition.isContractEnd()
                ? coalesce(col(Contracts.ENDS), lit(false))
                : not(coalesce(col(Habits.RETURNED), lit(false)));
        Column event = definition.isLeaving() ? left : bought;
        Habits habits = new Habits(new OnDays(days), definition.snapshots());
        List<Row> rows = scores.select(CUSTOMER[0], chance.name())
                .join(in.rows(FeatureCustomer.TABLE).select(CUSTOMER[0]), CUSTOMER, "left_semi")
                .join(ChangedCustomers.since(in, definition.snapshots().asOf()), CUSTOMER, "left_anti")
                .join(habits.purchases(in.rows(FctOrderLine.TABLE)), CUSTOMER, "left")
                .join(
                        new Contracts(definition)
                                .on(days, in.rows(FctSubscription.TABLE))
                                .drop(FeatureChurn.FEATURE_DATE.name()),
                        CUSTOMER,
                        "left")
                .filter(isAtRisk(definition))
                .withColumn(EVENT, when(event, 1L).otherwise(0L))
                .groupBy(chance.col())
                .agg(count(lit(1)), sum(EVENT))
                .collectAsList();
        return Counted.merge(rows.stream()
                .map(row -> new Counted(row.getDouble(0), row.getLong(1), row.getLong(2)))
                .toList());
    }

    /** A contract that ended within the gap is none that the model learned from: it could neither stay nor leave in the window. */
    private static Column isAtRisk(Definition definition) {
        return definition.isContractEnd() ? coalesce(col(Contracts.RUNS), lit(false)) : lit(true);
    }

    private static List<QualityEntry> entries(String subject, String model, LocalDate night, List<Counted> rows) {
        List<QualityEntry> entries = new ArrayList<>();
        QualityEntry.Test all =
                test(subject, model, night, Counted.examples(rows), Counted.events(rows), ModelQuality.ALL);
        Quality.of(rows).forEach(metric -> entries.add(new QualityEntry(all, metric, Optional.empty())));
        for (Tenths.Tenth tenth : Tenths.of(rows)) {
            String part = String.format(Locale.ROOT, "decile-%02d", tenth.number());
            QualityEntry.Test test = test(subject, model, night, tenth.examples(), tenth.events(), part);
            Metric forecast = new Metric("forecast", tenth.forecast(), Double.NaN, Double.NaN, Double.NaN);
            entries.add(new QualityEntry(test, forecast, Optional.empty()));
            entries.add(new QualityEntry(test, tenth.realised(), Optional.empty()));
        }
        return entries;
    }

    private static QualityEntry.Test test(
            String subject, String model, LocalDate night, long examples, long events, String part) {
        return new QualityEntry.Test(
                subject, model, Model.CHAMPION, ModelQuality.NIGHT, examples, events, Optional.of(night), part);
    }
}
