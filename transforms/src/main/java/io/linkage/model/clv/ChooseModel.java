package io.linkage.model.clv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Fits what the setting clv.model asks for, lets the guards judge it, and falls back to what the data do carry. */
public final class ChooseModel {
    /** Value of clv.model that takes the better likelihood of the models with dropout. */
    public static final String AUTO = "auto";

    private ChooseModel() {}

    /**
     * @param setting auto, bg-nbd or mbg-nbd
     * @param histories of all customers, in any order
     * @param spends of the customers with at least one repeat purchase and a positive mean spend, in any order
     */
    public static ClvFit from(String setting, List<CountedHistory> histories, List<CountedSpend> spends) {
        boolean anyRepeat = histories.stream().anyMatch(row -> row.history().frequency() > 0);
        Optional<Fit<Nbd>> nbd = anyRepeat ? Optional.of(PurchaseFits.nbd(histories)) : Optional.empty();
        Verdict repeaters = DropoutGuard.repeaters(histories);
        List<Fit<? extends PurchaseModel>> candidates =
                repeaters.identified() ? candidates(setting, histories) : List.of();
        Verdict dropout = candidates.isEmpty() ? repeaters : DropoutGuard.dropout(candidates.get(0), nbd.orElseThrow());
        Optional<PurchaseModel> purchases =
                dropout.identified() ? Optional.of(candidates.get(0).model()) : nbd.map(Fit::model);

        Verdict spendable = SpendGuard.spends(spends);
        Optional<Fit<GammaGamma>> gammaGamma =
                spendable.identified() ? Optional.of(GammaGamma.fit(spends)) : Optional.empty();
        Verdict spend = gammaGamma.map(SpendGuard::fit).orElse(spendable);
        Optional<SpendModel> amount = amount(gammaGamma, spend, spends);
        Optional<ClvModel> model =
                purchases.flatMap(how -> amount.map(much -> new ClvModel(how, much, dropout.identified())));
        return new ClvFit(nbd, candidates, dropout, gammaGamma, spend, model);
    }

    private static List<Fit<? extends PurchaseModel>> candidates(String setting, List<CountedHistory> histories) {
        List<Fit<? extends PurchaseModel>> fits = new ArrayList<>();
        if (setting.equals(AUTO) || setting.equals(MbgNbd.NAME)) {
            fits.add(PurchaseFits.mbgNbd(histories));
        }
        if (setting.equals(AUTO) || setting.equals(BgNbd.NAME)) {
            fits.add(PurchaseFits.bgNbd(histories));
        }
        if (fits.isEmpty()) {
            throw new IllegalArgumentException("clv.model is " + setting + ", but must be one of " + AUTO + ", "
                    + BgNbd.NAME + ", " + MbgNbd.NAME + ".");
        }
        // A stable sort: at equal likelihood MBG/NBD stays first, as it also judges one-time buyers.
        fits.sort(Comparator.<Fit<? extends PurchaseModel>>comparingDouble(Fit::logLikelihood)
                .reversed());
        return fits;
    }

    private static Optional<SpendModel> amount(
            Optional<Fit<GammaGamma>> gammaGamma, Verdict verdict, List<CountedSpend> spends) {
        if (verdict.identified()) {
            return gammaGamma.map(Fit::model);
        }
        return spends.isEmpty() ? Optional.empty() : Optional.of(PooledSpend.of(spends));
    }
}
