package io.linkage.model.clv;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Static covariates (Fader and Hardie 2007, note 019): each level of a covariate shifts the purchase rate and dropout of its
 * customers. The effects are drawn towards none by a ridge whose weight is estimated from the effects themselves (empirical Bayes:
 * effects ~ N(0, tau^2), tau^2 by the EM algorithm on Laplace's approximation), so that a small group keeps to all.
 */
final class GroupFit {
    private static final double FIRST_VARIANCE = 0.1;
    private static final double LEAST_VARIANCE = 1e-4;
    private static final double SETTLED = 0.05;
    private static final int MOST_ROUNDS = 12;

    private final PurchaseFamily family;
    private final List<String> groups;
    private final List<String> levels;
    private final int base;
    private final int parameters;

    private GroupFit(PurchaseFamily family, Map<String, List<CountedHistory>> histories) {
        this.family = family;
        groups = List.copyOf(new TreeSet<>(histories.keySet()));
        levels = List.copyOf(new TreeSet<>(groups.stream()
                .flatMap(group -> GroupEffects.levels(group).stream())
                .toList()));
        base = family.names().size();
        parameters = base + (family.hasDropout() ? 2 : 1) * levels.size();
    }

    private record Row(int group, CountedHistory history) {}

    /** The model of each group. */
    private record Models(PurchaseModel[] ofGroup) {}

    /** Base parameters, then the multiplier of each level; the model is that of a group without effects. */
    static Fit<PurchaseModel> of(
            PurchaseFamily family, Fit<PurchaseModel> pooled, Map<String, List<CountedHistory>> histories) {
        return new GroupFit(family, histories).fit(pooled, histories);
    }

    private Fit<PurchaseModel> fit(Fit<PurchaseModel> pooled, Map<String, List<CountedHistory>> histories) {
        List<Row> rows = rows(histories);
        Problem<Models, Row> problem = problem(pooled);
        double[] variances = {FIRST_VARIANCE, FIRST_VARIANCE};
        Fit<Models> fit = MaximumLikelihood.from(problem.with(ridge(variances)), rows, new double[parameters]);
        for (int round = 1; round < MOST_ROUNDS && !fit.singular(); round++) {
            double[] next = variances(fit);
            if (isSettled(variances, next)) {
                break;
            }
            variances = next;
            fit = MaximumLikelihood.from(problem.with(ridge(variances)), rows, logs(fit, problem.scales()));
        }
        double[] values = fit.estimates().stream().mapToDouble(Estimate::value).toArray();
        double penalty = problem.with(ridge(variances)).penalty(logs(fit, problem.scales()));
        return fit.of(family.model(Arrays.copyOf(values, base)), fit.logLikelihood() + penalty);
    }

    /** Around the pooled fit, so that the search begins at the point 0. */
    private Problem<Models, Row> problem(Fit<PurchaseModel> pooled) {
        double[] scales = new double[parameters];
        Arrays.fill(scales, 1);
        for (int i = 0; i < base; i++) {
            scales[i] = pooled.estimates().get(i).value();
        }
        return new Problem<>(
                names(),
                scales,
                List.of(),
                this::models,
                (models, row) -> row.history().count()
                        * models.ofGroup()[row.group()].logLikelihood(
                                row.history().history()),
                this::slope,
                row -> row.history().count());
    }

    private static boolean isSettled(double[] variances, double[] next) {
        return Math.abs(Math.log(next[0] / variances[0])) < SETTLED
                && Math.abs(Math.log(next[1] / variances[1])) < SETTLED;
    }

    private List<Row> rows(Map<String, List<CountedHistory>> histories) {
        return new TreeMap<>(histories)
                .entrySet().stream()
                        .flatMap(group -> CountedHistory.merge(group.getValue()).stream()
                                .map(history -> new Row(groups.indexOf(group.getKey()), history)))
                        .toList();
    }

    private List<String> names() {
        Stream<String> dropouts = family.hasDropout() ? levels.stream().map(GroupEffects.DROPOUT::concat) : Stream.of();
        return Stream.of(family.names().stream(), levels.stream().map(GroupEffects.RATE::concat), dropouts)
                .flatMap(names -> names)
                .toList();
    }

    private Models models(double[] values) {
        PurchaseModel common = family.model(Arrays.copyOf(values, base));
        return new Models(groups.stream()
                .map(group -> {
                    double rate = 0;
                    double dropout = 0;
                    for (int level : levels(group)) {
                        rate += Math.log(values[base + level]);
                        dropout += family.hasDropout() ? Math.log(values[base + levels.size() + level]) : 0;
                    }
                    return common.shifted(rate, dropout);
                })
                .toArray(PurchaseModel[]::new));
    }

    private int[] levels(String group) {
        return GroupEffects.levels(group).stream().mapToInt(levels::indexOf).toArray();
    }

    private double[] slope(Models models, Row row) {
        double[] own = models.ofGroup()[row.group()].gradient(row.history().history());
        double[] slope = new double[parameters];
        for (int i = 0; i < base; i++) {
            slope[i] = row.history().count() * own[i];
        }
        for (int level : levels(groups.get(row.group()))) {
            slope[base + level] = -row.history().count() * own[1];
            if (family.hasDropout()) {
                slope[base + levels.size() + level] = row.history().count() * family.dropoutSlope(own);
            }
        }
        return slope;
    }

    private double[] ridge(double[] variances) {
        double[] ridge = new double[parameters];
        Arrays.fill(ridge, base, base + levels.size(), 1 / variances[0]);
        Arrays.fill(ridge, base + levels.size(), parameters, 1 / variances[1]);
        return ridge;
    }

    /** Mean square of the effects of each kind, with their own uncertainty: one step of EM. */
    private double[] variances(Fit<Models> fit) {
        double[] sums = new double[2];
        for (int i = base; i < parameters; i++) {
            Estimate effect = fit.estimates().get(i);
            double log = Math.log(effect.value());
            double error = effect.standardError() / effect.value();
            sums[i < base + levels.size() ? 0 : 1] += log * log + error * error;
        }
        return Arrays.stream(sums)
                .map(sum -> Math.max(LEAST_VARIANCE, sum / levels.size()))
                .toArray();
    }

    private static double[] logs(Fit<?> fit, double[] scales) {
        return IntStream.range(0, scales.length)
                .mapToDouble(i -> Math.log(fit.estimates().get(i).value() / scales[i]))
                .toArray();
    }
}
