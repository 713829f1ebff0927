package io.linkage.model.churn.spark;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Observed;
import io.linkage.model.churn.Term;
import io.linkage.model.quality.Metric;
import io.linkage.model.quality.Stability;
import io.linkage.model.registry.QualityEntry;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether the customers of tonight are such as the champion learned from: the stability index of each of its features and of the
 * score. A snapshot that states features and outcome together has no earlier day to compare with.
 */
final class Drift {
    private static final String SCORE = "score";
    private static final String CHANCE = "chance";

    private final RecordedChurn champion;
    private final List<Observed> before = new ArrayList<>();
    private final List<Observed> now = new ArrayList<>();

    private Drift(RecordedChurn champion) {
        this.champion = champion;
    }

    /** Of a champion; none where nobody is scored or no earlier day taught. */
    static List<QualityEntry> of(Inputs in, Dataset<Row> examples, RecordedChurn champion) {
        Drift drift = new Drift(champion);
        drift.take(in, examples);
        return drift.before.isEmpty() || drift.now.isEmpty() ? List.of() : drift.entries();
    }

    /** The latest day with an outcome tests, where there are others, and does not teach. */
    private void take(Inputs in, Dataset<Row> examples) {
        List<Row> rows = Sample.both(
                examples.filter(FeatureChurn.HAS_CHURNED
                        .col()
                        .isNotNull()
                        .and(FeatureChurn.FEATURE_DATE.col().lt(Days.day(in.asOf())))),
                examples.filter(FeatureChurn.IS_SCORED.col()));
        TreeSet<LocalDate> past = new TreeSet<>();
        rows.stream().map(Drift::day).filter(day -> day.isBefore(in.asOf())).forEach(past::add);
        LocalDate tests = past.size() > 1 ? past.last() : LocalDate.MAX;
        for (Row row : rows) {
            if (day(row).equals(in.asOf())) {
                now.add(Examples.observed(row));
            } else if (!day(row).equals(tests)) {
                before.add(Examples.observed(row));
            }
        }
    }

    private static LocalDate day(Row row) {
        return row.getDate(1).toLocalDate();
    }

    private List<QualityEntry> entries() {
        List<QualityEntry> entries = new ArrayList<>();
        ChurnModel.Scorer scorer = champion.model().scorer(Examples.LAYOUT);
        entries.add(entry(SCORE, numbers(observed -> ChurnModel.published(scorer.probability(observed)))));
        TreeSet<String> features = new TreeSet<>();
        champion.model().terms().stream().map(Term::feature).forEach(features::add);
        features.forEach(feature -> entries.add(entry(feature, shift(feature))));
        return entries;
    }

    private Stability.Shift shift(String feature) {
        int place = Examples.LAYOUT.numbers().indexOf(feature);
        if (place >= 0) {
            return numbers(observed -> observed.numbers()[place]);
        }
        boolean indicates = champion.model().terms().stream()
                .anyMatch(
                        term -> term.feature().equals(feature) && !term.level().isEmpty());
        return indicates
                ? Stability.ofWords(words(before, feature), words(now, feature))
                : numbers(observed -> observed.number(feature));
    }

    private static List<String> words(List<Observed> rows, String feature) {
        return rows.stream().map(observed -> observed.words().get(feature)).toList();
    }

    private Stability.Shift numbers(ToDoubleFunction<Observed> value) {
        return Stability.ofNumbers(
                before.stream().mapToDouble(value).toArray(),
                now.stream().mapToDouble(value).toArray());
    }

    private QualityEntry entry(String part, Stability.Shift shift) {
        QualityEntry.Test test = new QualityEntry.Test(
                champion.subject(),
                champion.model().name(),
                Model.CHAMPION,
                ModelQuality.DRIFT,
                now.size(),
                -1,
                Optional.empty(),
                part);
        Metric index = new Metric(Stability.PSI, shift.index(), Double.NaN, Double.NaN, Double.NaN);
        return new QualityEntry(test, index, Optional.of(new QualityEntry.Baseline(CHANCE, shift.byChance())));
    }
}
