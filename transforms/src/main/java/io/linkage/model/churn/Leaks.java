package io.linkage.model.churn;

import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Discrimination;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Features that alone tell the outcome too well to have been known before it: satisfaction asked after a cancellation, a
 * score made by another churn model. A word is ordered by the share that left among those who have it; of a number it may be its
 * value that tells, or that it is known at all, as a refund of those who cancelled is.
 */
public final class Leaks {
    static final String DENIED = "denied by models.churn.denied-features";

    private static final double TOO_MANY_LEVELS = 0.1;

    private Leaks() {}

    /** One example with its outcome. */
    public record Example(Observed observed, boolean left) {}

    /**
     * The area under the curve of each feature that alone passes a limit.
     *
     * @param sample examples, as many as fit one machine
     * @param layout of their numbers
     * @param limit area above which a feature is a leak
     * @param mostLevels values up to which a model takes a word
     */
    public static Map<String, Double> of(List<Example> sample, Layout layout, double limit, int mostLevels) {
        Map<String, Double> leaks = new TreeMap<>();
        TreeSet<String> features = new TreeSet<>(layout.numbers());
        sample.forEach(example -> features.addAll(example.observed().words().keySet()));
        for (String feature : features) {
            Layout.Reader number = layout.reader(feature);
            DoubleStream areas = isNumber(feature, sample, layout)
                    ? DoubleStream.of(area(values(sample, number)), area(known(sample, number)))
                    : DoubleStream.of(area(words(feature, sample, mostLevels)));
            areas.map(area -> Math.max(area, 1 - area))
                    .filter(area -> area > limit)
                    .max()
                    .ifPresent(area -> leaks.put(feature, area));
        }
        return leaks;
    }

    /**
     * Why features may not enter a model: a person denied them, or they are leaks.
     *
     * @param denied by a person
     * @param leaks area of each leak
     */
    public static Map<String, String> barred(List<String> denied, Map<String, Double> leaks) {
        Map<String, String> barred = new TreeMap<>();
        leaks.forEach((feature, area) -> barred.put(
                feature, String.format(Locale.ROOT, "leak: alone it tells the outcome with AUC %.3f", area)));
        denied.forEach(feature -> barred.put(feature, DENIED));
        return barred;
    }

    private static boolean isNumber(String feature, List<Example> sample, Layout layout) {
        return layout.numbers().contains(feature)
                || sample.stream()
                        .map(example -> example.observed())
                        .filter(observed -> observed.words().containsKey(feature))
                        .noneMatch(observed -> Double.isNaN(observed.number(feature)));
    }

    private static double area(List<Counted> rows) {
        return Discrimination.auc(Counted.merge(rows)).estimate();
    }

    private static List<Counted> known(List<Example> sample, Layout.Reader number) {
        return sample.stream()
                .map(example ->
                        new Counted(Double.isFinite(number.of(example.observed())) ? 1 : 0, 1, example.left() ? 1 : 0))
                .toList();
    }

    private static List<Counted> values(List<Example> sample, Layout.Reader number) {
        return sample.stream()
                .map(example -> new Counted(number.of(example.observed()), 1, example.left() ? 1 : 0))
                .filter(row -> Double.isFinite(row.value()))
                .toList();
    }

    private static List<Counted> words(String feature, List<Example> sample, int mostLevels) {
        Map<String, List<Example>> byWord = sample.stream()
                .collect(Collectors.groupingBy(
                        example -> example.observed().words().getOrDefault(feature, ""),
                        TreeMap::new,
                        Collectors.toList()));
        // Words that hardly repeat, such as identifiers, order any outcome: they are no feature anyway.
        if (byWord.size() > Math.max(mostLevels + 1, sample.size() * TOO_MANY_LEVELS)) {
            return List.of();
        }
        return byWord.values().stream().map(Leaks::share).toList();
    }

    private static Counted share(List<Example> same) {
        long left = same.stream().filter(Example::left).count();
        return new Counted((double) left / same.size(), same.size(), left);
    }
}
