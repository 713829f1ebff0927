package io.linkage.model.wallet;

import io.linkage.model.quality.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Learns wallets from respondents: shares by segment, the model of those who were not asked, and bands. Each respondent is
 * forecast by what the others teach, and a band is as wide as these forecasts miss.
 */
public final class FitWallet {
    static final int FOLDS = 10;
    private static final Band UNKNOWN = Band.ofErrors(List.of());

    private FitWallet() {}

    /**
     * What the respondents teach, the same in whatever order they come.
     *
     * @param respondents buyers who stated a share or an amount
     * @param leastAnswers complete respondents below which nothing is modelled
     */
    public static WalletFit of(List<Respondent> respondents, int leastAnswers) {
        List<Respondent> ordered = respondents.stream()
                .sorted(Comparator.comparingLong(Respondent::key))
                .toList();
        List<SegmentShares.Answers> answers = SegmentShares.answers(ordered);
        Map<String, SegmentShares.Estimate> segments = SegmentShares.of(answers);
        List<Respondent> complete =
                ordered.stream().filter(Respondent::isComplete).toList();
        Optional<WalletVerdict> refused = refusal(complete, leastAnswers);
        Terms terms = Terms.all(complete.stream().map(Respondent::buyer).toList());
        List<HeldOut> heldOut = heldOut(complete, terms, refused.isEmpty());
        WalletVerdict verdict = refused.orElseGet(() -> verdict(heldOut));
        return new WalletFit(
                verdict,
                refused.isEmpty() ? Optional.of(TwoParts.fit(complete, terms)) : Optional.empty(),
                band(heldOut, HeldOut::model),
                stated(complete),
                band(heldOut, HeldOut::segment),
                segments,
                answers,
                heldOut);
    }

    private static Optional<WalletVerdict> refusal(List<Respondent> complete, int least) {
        long elsewhere = complete.stream().filter(Respondent::buysElsewhere).count();
        String counted = complete.size() + " buyers stated a share of their wallet in the last 365 days, " + elsewhere
                + " of them buy elsewhere. ";
        if (complete.isEmpty()) {
            return Optional.of(new WalletVerdict(
                    WalletVerdict.Code.NOBODY_ASKED, counted + "Wallets of the others cannot be learned."));
        }
        if (complete.size() < least) {
            return Optional.of(new WalletVerdict(
                    WalletVerdict.Code.TOO_FEW_ANSWERS,
                    counted + "A model needs " + least + " (models.wallet.least-answers)."));
        }
        return elsewhere < TwoParts.LEAST_OF_EACH
                ? Optional.of(new WalletVerdict(
                        WalletVerdict.Code.TOO_FEW_ELSEWHERE,
                        counted + "How much they spend there needs " + TwoParts.LEAST_OF_EACH + "."))
                : Optional.empty();
    }

    /**
     * Whether left-out respondents are told apart worse than by the share of their segment, beyond chance. Errors count from
     * their median: an expected wallet lies above the wallet of most.
     */
    private static WalletVerdict verdict(List<HeldOut> heldOut) {
        List<HeldOut> both = heldOut.stream().filter(one -> one.segment() > 0).toList();
        double[] model = sizes(both, HeldOut::model);
        double[] segment = sizes(both, HeldOut::segment);
        double sum = 0;
        double squares = 0;
        double size = 0;
        for (int row = 0; row < model.length; row++) {
            double worse = model[row] - segment[row];
            sum += worse;
            squares += worse * worse;
            size += model[row];
        }
        Metric worse = Metric.mean("mae", sum, squares, model.length);
        String told = String.format(
                Locale.ROOT,
                "Left-out respondents, %d: mean distance of the wallet's logarithmic error from its median %.3f, %+.3f against"
                        + " that by the share of the segment (95 %% %+.3f to %+.3f).",
                model.length,
                size / model.length,
                worse.estimate(),
                worse.low(),
                worse.high());
        return new WalletVerdict(
                worse.low() > 0 ? WalletVerdict.Code.NOT_BETTER_THAN_SEGMENT : WalletVerdict.Code.FITTED, told);
    }

    private static double[] sizes(List<HeldOut> heldOut, ToDoubleFunction<HeldOut> forecast) {
        double[] errors = heldOut.stream()
                .mapToDouble(one -> one.error(forecast.applyAsDouble(one)))
                .toArray();
        double[] rising = errors.clone();
        Arrays.sort(rising);
        double median = rising.length == 0 ? 0 : rising[rising.length / 2];
        return Arrays.stream(errors).map(error -> Math.abs(error - median)).toArray();
    }

    private static List<HeldOut> heldOut(List<Respondent> complete, Terms terms, boolean isModelled) {
        List<HeldOut> heldOut = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Respondent> taught = new ArrayList<>();
            List<Respondent> left = new ArrayList<>();
            for (Respondent one : complete) {
                (one.fold(FOLDS) == fold ? left : taught).add(one);
            }
            if (!left.isEmpty()) {
                heldOut.addAll(forecast(left, taught, terms, isModelled));
            }
        }
        return heldOut;
    }

    private static List<HeldOut> forecast(
            List<Respondent> left, List<Respondent> taught, Terms terms, boolean isModelled) {
        Map<String, SegmentShares.Estimate> segments = new TreeMap<>(SegmentShares.of(SegmentShares.answers(taught)));
        Optional<WalletModel> model =
                isModelled ? Optional.of(TwoParts.fit(taught, terms).model()) : Optional.empty();
        return left.stream()
                .map(one -> new HeldOut(
                        one,
                        model.map(of -> of.amount(one.buyer())).orElse(Double.NaN),
                        SegmentShares.wallet(one.buyer(), segments)))
                .toList();
    }

    private static Band band(List<HeldOut> heldOut, Function<HeldOut, Double> forecast) {
        List<Band.Error> errors = heldOut.stream()
                .filter(one -> forecast.apply(one) > 0)
                .map(one -> one.bandError(forecast.apply(one)))
                .toList();
        return errors.isEmpty() ? UNKNOWN : Band.ofErrors(errors);
    }

    /** Of those who gave both share and amount. */
    static Band stated(List<Respondent> respondents) {
        List<Band.Error> errors = respondents.stream()
                .filter(one -> Double.isFinite(StatedWallet.halfApart(one)))
                .map(one -> new Band.Error(one.buyer().isRecent(), StatedWallet.halfApart(one), one.weight()))
                .toList();
        return errors.isEmpty() ? UNKNOWN : Band.ofSizes(errors);
    }
}
