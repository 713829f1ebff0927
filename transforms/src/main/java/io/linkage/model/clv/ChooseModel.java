package io.linkage.model.clv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fits what the setting clv.model asks for, lets the guards judge it, and falls back to what the data do carry. */
public final class ChooseModel {
    /** Value of clv.model that takes what forecast best of the models with dropout. */
    public static final String AUTO = "auto";

    private ChooseModel() {}

    /** With histories alone: the better likelihood decides. */
    public static ClvFit from(String setting, List<CountedHistory> histories, List<CountedSpend> spends) {
        return from(setting, PurchaseData.of(histories), spends);
    }

    /**
     * @param setting auto, or the name of a model with dropout
     * @param data of all customers
     * @param spends of the customers with at least one repeat purchase and a positive mean spend, in any order
     */
    public static ClvFit from(String setting, PurchaseData data, List<CountedSpend> spends) {
        List<CountedHistory> histories = data.histories();
        boolean anyRepeat = histories.stream().anyMatch(row -> row.history().frequency() > 0);
        Optional<Fit<Nbd>> nbd = anyRepeat ? Optional.of(PurchaseFits.nbd(histories)) : Optional.empty();
        Verdict repeaters = DropoutGuard.repeaters(histories);
        List<PurchaseFamily> families = families(setting);
        List<Candidate> candidates = repeaters.identified() ? candidates(families, data, nbd.orElseThrow()) : List.of();
        Verdict dropout = candidates.isEmpty() ? repeaters : candidates.get(0).verdict();
        Optional<Fit<PurchaseModel>> pooled = dropout.identified()
                ? Optional.of(candidates.get(0).fit())
                : nbd.map(fit -> fit.as(PurchaseModel.class));
        Optional<Fit<PurchaseModel>> groups = pooled.filter(
                        fit -> !data.groups().isEmpty())
                .map(fit -> GroupFit.of(PurchaseFamily.of(fit.model().name()), fit, data.groups()));

        Verdict spendable = SpendGuard.spends(spends);
        Optional<Fit<GammaGamma>> gammaGamma =
                spendable.identified() ? Optional.of(GammaGamma.fit(spends)) : Optional.empty();
        Verdict spend = gammaGamma.map(SpendGuard::fit).orElse(spendable);
        Optional<SpendModel> amount = amount(gammaGamma, spend, spends);
        Optional<ClvModel> model = groups.or(() -> pooled)
                .flatMap(how -> amount.map(much -> new ClvModel(how.model(), much, dropout.identified())));
        return new ClvFit(nbd, candidates, dropout, groups, gammaGamma, spend, model);
    }

    private static List<PurchaseFamily> families(String setting) {
        List<PurchaseFamily> families = Stream.of(PurchaseFamily.values())
                .filter(PurchaseFamily::hasDropout)
                .filter(family -> setting.equals(AUTO) || setting.equals(family.title()))
                .toList();
        if (families.isEmpty()) {
            String known = Stream.of(PurchaseFamily.values())
                    .filter(PurchaseFamily::hasDropout)
                    .map(PurchaseFamily::title)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "clv.model is " + setting + ", but must be one of " + AUTO + ", " + known + ".");
        }
        return families;
    }

    /** Of all families: those that the data carry first, the chosen one in front. */
    private static List<Candidate> candidates(List<PurchaseFamily> families, PurchaseData data, Fit<Nbd> nbd) {
        List<Candidate> fitted = families.stream()
                .map(family -> PurchaseFits.of(family, data.histories()))
                .map(fit -> new Candidate(fit, DropoutGuard.dropout(fit, nbd), Double.NaN))
                // A stable sort: at equal likelihood the order of preference stays.
                .sorted(Comparator.comparing((Candidate c) -> !c.verdict().identified())
                        .thenComparing(c -> -c.fit().logLikelihood()))
                .toList();
        List<Candidate> able =
                fitted.stream().filter(c -> c.verdict().identified()).toList();
        if (able.isEmpty()) {
            return fitted;
        }
        List<Candidate> chosen = new ArrayList<>(data.selection()
                .filter(Selection::isLongEnough)
                .map(selection -> byForecast(able, selection))
                .orElseGet(() -> byLikelihood(able)));
        fitted.stream().filter(c -> !c.verdict().identified()).forEach(chosen::add);
        return chosen;
    }

    private static List<Candidate> byForecast(List<Candidate> candidates, Selection selection) {
        List<PurchaseFamily> families = Stream.of(PurchaseFamily.values())
                .filter(family -> candidates.stream().anyMatch(c -> c.name().equals(family.title())))
                .toList();
        return OutOfTime.of(families, selection).stream()
                .map(trial -> candidates.stream()
                        .filter(c -> c.name().equals(trial.family().title()))
                        .map(c -> new Candidate(
                                c.fit(), c.verdict().and(OutOfTime.reason(trial, selection)), trial.deviance()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static List<Candidate> byLikelihood(List<Candidate> candidates) {
        String why =
                " The better likelihood decides: there are too few purchases, or too short a time, to try forecasts on.";
        return candidates.stream()
                .map(c -> new Candidate(c.fit(), c.verdict().and(why), Double.NaN))
                .toList();
    }

    private static Optional<SpendModel> amount(
            Optional<Fit<GammaGamma>> gammaGamma, Verdict verdict, List<CountedSpend> spends) {
        if (verdict.identified()) {
            return gammaGamma.map(Fit::model);
        }
        return spends.isEmpty() ? Optional.empty() : Optional.of(PooledSpend.of(spends));
    }
}
