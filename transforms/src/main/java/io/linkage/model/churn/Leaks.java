package io.linkage.model.churn;

import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Discrimination;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Features that alone tell the outcome too well to have been known before it: satisfaction asked after a cancellation, a
 * score made by another churn model. A word is ordered by the share that left among those who have it.
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
     */
    public static Map<String, Double> of(List<Example> sample, Layout layout, double limit) {
        Map<String, Double> leaks = new TreeMap<>();
        TreeSet<String> features = new TreeSet<>(layout.numbers());
        sample.forEach(example -> features.addAll(example.observed().words().keySet()));
        for (String feature : features) {
            double area = area(feature, sample, layout);
            if (Math.max(area, 1 - area) > limit) {
                leaks.put(feature, Math.max(area, 1 - area));
            }
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

    private static double area(String feature, List<Example> sample, Layout layout) {
        Layout.Reader number = layout.reader(feature);
        boolean isNumber = layout.numbers().contains(feature)
                || sample.stream()
                        .map(example -> example.observed())
                        .filter(observed -> observed.words().containsKey(feature))
                        .noneMatch(observed -> Double.isNaN(observed.number(feature)));
        List<Counted> rows = isNumber ? numbers(sample, number) : words(feature, sample);
        return Discrimination.auc(Counted.merge(rows)).estimate();
    }

    private static List<Counted> numbers(List<Example> sample, Layout.Reader number) {
        return sample.stream()
                .map(example -> new Counted(number.of(example.observed()), 1, example.left() ? 1 : 0))
                .filter(row -> Double.isFinite(row.value()))
                .toList();
    }

    private static List<Counted> words(String feature, List<Example> sample) {
        Map<String, List<Example>> byWord = sample.stream()
                .collect(Collectors.groupingBy(
                        example -> example.observed().words().getOrDefault(feature, ""),
                        TreeMap::new,
                        Collectors.toList()));
        // Words that hardly repeat, such as identifiers, order any outcome: they are no feature anyway.
        if (byWord.size() > sample.size() * TOO_MANY_LEVELS) {
            return List.of();
        }
        return byWord.values().stream().map(Leaks::share).toList();
    }

    private static Counted share(List<Example> same) {
        long left = same.stream().filter(Example::left).count();
        return new Counted((double) left / same.size(), same.size(), left);
    }
}
