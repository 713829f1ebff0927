package io.linkage.model.wallet.spark;

import io.linkage.model.quality.Metric;
import io.linkage.model.registry.QualityEntry;
import io.linkage.model.wallet.HeldOut;
import io.linkage.model.wallet.HeldOutMetrics;
import io.linkage.model.wallet.RealisticWallet;
import io.linkage.model.wallet.WalletFit;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Left-out respondents and buyers, forecast by what the others taught, beside naive rules. */
final class WalletTests {
    private static final String SEGMENT_MEAN = "segment-share";
    private static final String ONE_QUANTILE = "one-quantile";

    private WalletTests() {}

    /**
     * The model beside the share of the segment; the rank rule and equal parts, which know the respondent's own brands and can
     * serve nobody who was not asked; and what the bands hold.
     */
    static List<QualityEntry> amounts(WalletFit fit) {
        List<HeldOut> heldOut = fit.heldOut();
        List<QualityEntry> entries = new ArrayList<>();
        String role = fit.verdict().isFitted() ? Model.CHAMPION : Model.REFUSED;
        beside(entries, heldOut, WalletModels.TWO_PARTS, role, HeldOut::model);
        beside(entries, heldOut, WalletQuality.RULE, Model.BASELINE, HeldOut::allocated);
        beside(entries, heldOut, WalletQuality.EQUAL, Model.BASELINE, HeldOut::equal);
        List<Metric> naive = HeldOutMetrics.of(heldOut, HeldOut::segment);
        naive.forEach(metric -> entries.add(
                entry(WalletModels.AMOUNT, SEGMENT_MEAN, Model.BASELINE, heldOut.size(), metric, Optional.empty())));
        HeldOutMetrics.coverage(heldOut, HeldOut::model)
                .ifPresent(metric -> entries.add(entry(
                        WalletModels.AMOUNT, WalletModels.TWO_PARTS, role, heldOut.size(), metric, Optional.empty())));
        HeldOutMetrics.statedCoverage(heldOut)
                .ifPresent(metric -> entries.add(entry(
                        WalletModels.STATED,
                        WalletModels.TWO_WITNESSES,
                        Model.CHAMPION,
                        heldOut.size(),
                        metric,
                        Optional.empty())));
        return entries;
    }

    /** Both on the respondents of whom both say something. */
    private static void beside(
            List<QualityEntry> entries,
            List<HeldOut> heldOut,
            String model,
            String role,
            ToDoubleFunction<HeldOut> forecast) {
        List<HeldOut> both = heldOut.stream()
                .filter(one -> forecast.applyAsDouble(one) > 0 && one.segment() > 0)
                .toList();
        List<Metric> own = HeldOutMetrics.of(both, forecast);
        List<Metric> naive = HeldOutMetrics.of(both, HeldOut::segment);
        for (int place = 0; place < own.size(); place++) {
            Optional<QualityEntry.Baseline> baseline = Optional.of(
                    new QualityEntry.Baseline(SEGMENT_MEAN, naive.get(place).estimate()));
            entries.add(entry(WalletModels.AMOUNT, model, role, both.size(), own.get(place), baseline));
        }
    }

    /** The quantile of similar buyers beside that of all: what is lost, and how many lie below. */
    static List<QualityEntry> realistic(List<RealisticWallet.Spender> spenders, double quantile) {
        if (spenders.size() < RealisticWallet.LEAST_BUYERS) {
            return List.of();
        }
        List<RealisticWallet.Tested> tested = RealisticWallet.tested(spenders, quantile);
        List<Metric> alike = HeldOutMetrics.quantile(tested, RealisticWallet.Tested::alike, quantile);
        List<Metric> all = HeldOutMetrics.quantile(tested, RealisticWallet.Tested::all, quantile);
        List<QualityEntry> entries = new ArrayList<>();
        for (int place = 0; place < alike.size(); place++) {
            Metric naive = all.get(place);
            entries.add(entry(
                    WalletModels.REALISTIC,
                    WalletModels.QUANTILE,
                    Model.CHAMPION,
                    tested.size(),
                    alike.get(place),
                    Optional.of(new QualityEntry.Baseline(ONE_QUANTILE, naive.estimate()))));
            entries.add(entry(
                    WalletModels.REALISTIC, ONE_QUANTILE, Model.BASELINE, tested.size(), naive, Optional.empty()));
        }
        return entries;
    }

    private static QualityEntry entry(
            String subject,
            String model,
            String role,
            int examples,
            Metric metric,
            Optional<QualityEntry.Baseline> baseline) {
        return new QualityEntry(
                new QualityEntry.Test(subject, model, role, ModelQuality.REPEATED_SPLIT, examples, -1),
                metric,
                baseline);
    }
}
