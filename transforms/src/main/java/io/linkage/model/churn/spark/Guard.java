package io.linkage.model.churn.spark;

import io.linkage.model.churn.Design;
import io.linkage.model.churn.Profile;
import io.linkage.model.churn.Regression;
import io.linkage.model.churn.Verdict;
import io.linkage.model.quality.Counted;
import io.linkage.model.quality.Discrimination;
import io.linkage.model.quality.Metric;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether the data carry a churn model, and the reason in words. */
final class Guard {
    private static final double NO_BETTER = 0.5;

    /** Events, and others, on which a model is tested at least. */
    private static final int LEAST_TESTED = 10;

    private Guard() {}

    /** The refusal where no outcome is known of anybody. */
    static ChurnFit nobody(Definition definition) {
        return refusal(definition, new Parts(List.of(), 1), new Profile(Examples.LAYOUT), 0)
                .orElseThrow();
    }

    /** The refusal before any fit; empty where there is enough to learn from. */
    static Optional<ChurnFit> refusal(Definition definition, Parts parts, Profile taught, int least) {
        long events = taught.events();
        long others = taught.examples() - events;
        if (taught.examples() == 0) {
            String days = definition.days().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
            Verdict.Code nobody = definition.isLeaving() ? Verdict.Code.NOBODY_AT_RISK : Verdict.Code.NOBODY_TO_WIN;
            return refused(definition, parts, taught, nobody, "Days that were looked at: " + days + ".");
        }
        if (events == 0) {
            Verdict.Code none = definition.isLeaving() ? Verdict.Code.NOBODY_LEFT : Verdict.Code.NOBODY_BOUGHT;
            return refused(definition, parts, taught, none, "What it looks like before cannot be learned.");
        }
        if (others == 0) {
            return refused(
                    definition,
                    parts,
                    taught,
                    definition.isLeaving() ? Verdict.Code.EVERYBODY_LEFT : Verdict.Code.EVERYBODY_BOUGHT,
                    "Perhaps the data end before the business date.");
        }
        return Math.min(events, others) < least
                ? refused(
                        definition,
                        parts,
                        taught,
                        Verdict.Code.TOO_FEW_EVENTS,
                        "At least " + least + " must have " + definition.event()
                                + " and as many not (models.churn.least-events).")
                : Optional.empty();
    }

    private static Optional<ChurnFit> refused(
            Definition definition, Parts parts, Profile taught, Verdict.Code code, String remedy) {
        String counted = learned(definition, taught) + ". ";
        return Optional.of(ChurnFit.refused(definition.code(), code, counted + remedy, lastDay(definition, parts)));
    }

    /** The refusal where every feature was left out. */
    static ChurnFit noFeatures(Definition definition, Parts parts, Design design) {
        return ChurnFit.refused(
                definition.code(),
                Verdict.Code.NO_FEATURES,
                "No feature tells customers apart." + leftOut(design),
                lastDay(definition, parts));
    }

    /** The verdict on a model, by its forecasts of rows that it did not learn from, beside the naive ones. */
    static Verdict verdict(
            String model,
            Definition definition,
            Parts parts,
            Profile taught,
            Design design,
            Map<String, List<Counted>> tested,
            List<Regression> baselines) {
        List<Counted> rows = tested.getOrDefault(Holdout.key(model, parts.slice()), List.of());
        Metric area = Discrimination.auc(rows);
        String test = learned(definition, taught) + "; tested " + parts.slice() + " on " + Counted.examples(rows) + ", "
                + Counted.events(rows) + " " + definition.event() + ": ";
        if (isTooFew(rows)) {
            return new Verdict(
                    Verdict.Code.UNTESTED, test + "nobody is scored by what cannot be tested." + leftOut(design));
        }
        String areas =
                String.format(Locale.ROOT, "AUC %.3f (95 %% %.3f to %.3f)", area.estimate(), area.low(), area.high());
        for (Regression naive : baselines) {
            String name = naive.model().name();
            List<Counted> beside = tested.getOrDefault(Holdout.key(name, parts.slice()), List.of());
            areas += String.format(
                    Locale.ROOT, ", %s %.3f", name, Discrimination.auc(beside).estimate());
        }
        return area.low() > NO_BETTER
                ? new Verdict(Verdict.Code.FITTED, test + areas + "." + leftOut(design))
                : new Verdict(
                        Verdict.Code.NOT_BETTER_THAN_BASE_RATE,
                        test + areas + ": no better than the base rate, so nobody is scored." + leftOut(design));
    }

    /** Of a few who leave the interval of the area is too narrow: of one, half of all useless models would pass. */
    private static boolean isTooFew(List<Counted> rows) {
        long events = Counted.events(rows);
        return Math.min(events, Counted.examples(rows) - events) < LEAST_TESTED;
    }

    /** What a fit rests on, in words. */
    static String learned(Definition definition, Profile taught) {
        return definition.code() + ": " + taught.examples() + " customers and days to learn from, " + taught.events()
                + " " + definition.event();
    }

    /** Last day whose events entered the fit. */
    static LocalDate lastDay(Definition definition, Parts parts) {
        List<LocalDate> taught =
                parts.inTime() ? parts.days().subList(1, parts.days().size()) : parts.days();
        return definition.isStated() || taught.isEmpty()
                ? definition.snapshots().asOf()
                : definition.snapshots().windowEnd(taught.get(0));
    }

    private static String leftOut(Design design) {
        Map<String, TreeSet<String>> byReason = new TreeMap<>();
        design.dropped()
                .forEach((feature, reason) -> byReason.computeIfAbsent(reason, first -> new TreeSet<>())
                        .add(feature));
        StringBuilder words = new StringBuilder();
        byReason.forEach((reason, features) -> words.append(words.isEmpty() ? " Left out: " : "; ")
                .append(String.join(", ", features))
                .append(" (")
                .append(reason)
                .append(")"));
        return words.isEmpty() ? "" : words + ".";
    }
}
