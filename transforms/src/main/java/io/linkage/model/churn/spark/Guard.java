package io.linkage.model.churn.spark;

import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Design;
import io.linkage.model.churn.Profile;
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

    private Guard() {}

    /** The refusal before any fit; empty where there is enough to learn from. */
    static Optional<ChurnFit> refusal(Definition definition, Parts parts, Profile taught, int least) {
        long events = taught.events();
        long others = taught.examples() - events;
        if (taught.examples() == 0) {
            String days = definition.days().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
            return refused(
                    definition, parts, taught, Verdict.Code.NOBODY_AT_RISK, "Days that were looked at: " + days + ".");
        }
        if (events == 0) {
            return refused(
                    definition, parts, taught, Verdict.Code.NOBODY_LEFT, "What leaving looks like cannot be learned.");
        }
        if (others == 0) {
            return refused(
                    definition,
                    parts,
                    taught,
                    Verdict.Code.EVERYBODY_LEFT,
                    "Perhaps the data end before the business date.");
        }
        return Math.min(events, others) < least
                ? refused(
                        definition,
                        parts,
                        taught,
                        Verdict.Code.TOO_FEW_EVENTS,
                        "At least " + least + " must have left and as many stayed (models.churn.least-events).")
                : Optional.empty();
    }

    private static Optional<ChurnFit> refused(
            Definition definition, Parts parts, Profile taught, Verdict.Code code, String remedy) {
        String counted = "Of " + taught.examples() + " customers and days to learn from " + taught.events() + " left ("
                + definition.code() + "). ";
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

    /** The verdict on a regression, by its forecasts of rows that it did not learn from. */
    static Verdict verdict(
            Definition definition, Parts parts, Profile taught, Design design, Map<String, List<Counted>> tested) {
        List<Counted> rows = tested.getOrDefault(Holdout.key(ChurnModel.LOGISTIC, parts.slice()), List.of());
        Metric area = Discrimination.auc(rows);
        boolean better = area.low() > NO_BETTER;
        StringBuilder reason = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %d customers and days to learn from, %d left; tested %s on %d, %d left: AUC %.3f (95 %% %.3f to"
                        + " %.3f)",
                definition.code(),
                taught.examples(),
                taught.events(),
                parts.slice(),
                Counted.examples(rows),
                Counted.events(rows),
                area.estimate(),
                area.low(),
                area.high()));
        String ofSlice = Holdout.key("", parts.slice());
        tested.forEach((key, counts) -> {
            String name = key.replace(ofSlice, "");
            if (key.endsWith(ofSlice) && !name.equals(ChurnModel.LOGISTIC) && !name.equals(Baselines.BASE_RATE)) {
                reason.append(String.format(
                        Locale.ROOT,
                        ", %s %.3f",
                        name,
                        Discrimination.auc(counts).estimate()));
            }
        });
        reason.append(better ? "." : ": no better than the base rate, so nobody is scored.");
        return new Verdict(
                better ? Verdict.Code.FITTED : Verdict.Code.NOT_BETTER_THAN_BASE_RATE, reason + leftOut(design));
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
