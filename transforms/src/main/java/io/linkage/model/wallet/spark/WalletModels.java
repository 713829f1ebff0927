package io.linkage.model.wallet.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.registry.ModelEntry;
import io.linkage.model.wallet.Band;
import io.linkage.model.wallet.FitWallet;
import io.linkage.model.wallet.Line;
import io.linkage.model.wallet.RealisticWallet;
import io.linkage.model.wallet.Rubin;
import io.linkage.model.wallet.SegmentShares;
import io.linkage.model.wallet.Terms;
import io.linkage.model.wallet.TwoParts;
import io.linkage.model.wallet.WalletFit;
import io.linkage.settings.WalletSettings;
import io.linkage.table.ops.Model;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The wallet models of a night as rows of {@code ops_model}; scores are made from them alone. */
public final class WalletModels {
    static final String SHARE = "wallet-share";
    static final String STATED = "wallet-stated";
    static final String AMOUNT = "wallet-amount";
    static final String REALISTIC = "wallet-realistic";
    static final String TOTAL = "wallet-total";

    static final String FAY_HERRIOT = "fay-herriot";
    static final String TWO_WITNESSES = "two-witnesses";
    static final String TWO_PARTS = "two-parts";
    static final String QUANTILE = "quantile-regression";
    private static final String IMPUTATION = "multiple-imputation";

    static final String INTERCEPT = "intercept";
    static final String ELSEWHERE = "elsewhere: ";
    static final String INSIDE = "inside: ";
    static final String OUTSIDE = "outside: ";
    static final String SMEAR = "smear";
    static final String SEGMENT = "segment=";
    static final String RECENT_LOW = "band-recent-low";
    static final String RECENT_HIGH = "band-recent-high";
    static final String IDLE_LOW = "band-idle-low";
    static final String IDLE_HIGH = "band-idle-high";

    private static final String FITTED = "FITTED";

    private final LocalDate asOf;
    private final List<ModelEntry> entries = new ArrayList<>();

    private WalletModels(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** What the night learned of wallets. */
    public static List<ModelEntry> of(Inputs in) {
        WalletSettings settings = in.settings(WalletSettings.class);
        Dataset<Row> asked = Buyers.asked(in);
        WalletFit fit = FitWallet.of(Buyers.respondents(asked), settings.leastAnswers());
        WalletModels models = new WalletModels(in.asOf());
        models.shares(fit);
        models.stated(fit);
        models.amounts(fit);
        models.realistic(Buyers.spenders(asked), settings.realisticQuantile());
        if (fit.verdict().isFitted()) {
            Totals.of(asked, fit).forEach(models::total);
        }
        return models.entries;
    }

    private void shares(WalletFit fit) {
        long answers =
                fit.answers().stream().mapToLong(SegmentShares.Answers::answers).sum();
        if (fit.segments().isEmpty()) {
            noShares(fit, answers);
            return;
        }
        String reason = answers
                + " buyers stated a share in the last 365 days; means of small segments are drawn to that of" + " all.";
        for (SegmentShares.Answers segment : fit.answers()) {
            SegmentShares.Estimate estimate = fit.segments().get(segment.segment());
            if (estimate != null) {
                ModelEntry.Fit of = fit(
                        SHARE, FAY_HERRIOT, Model.CHAMPION, FITTED, reason, segment.answers(), ModelEntry.UNCOUNTED);
                add(of, SEGMENT + segment.segment(), estimate.share(), estimate.error());
            }
        }
        if (fit.segmentBand().isKnown()) {
            band(
                    fit(SHARE, FAY_HERRIOT, Model.CHAMPION, FITTED, reason, fit.respondents(), ModelEntry.UNCOUNTED),
                    fit.segmentBand());
        }
    }

    /** Where no mean is given it is told how many answered. */
    private void noShares(WalletFit fit, long answers) {
        String reason = answers + " buyers stated a share in the last 365 days; means of segments need "
                + SegmentShares.LEAST_ANSWERS + " that are not all the same.";
        if (answers == 0) {
            refused(SHARE, FAY_HERRIOT, "NOBODY_ASKED", reason, answers);
        }
        for (SegmentShares.Answers segment : fit.answers()) {
            ModelEntry.Fit of = fit(
                    SHARE,
                    FAY_HERRIOT,
                    Model.REFUSED,
                    "TOO_FEW_ANSWERS",
                    reason,
                    segment.answers(),
                    ModelEntry.UNCOUNTED);
            add(of, SEGMENT + segment.segment(), Double.NaN, Double.NaN);
        }
    }

    private void stated(WalletFit fit) {
        if (fit.stated().isKnown()) {
            band(
                    fit(
                            STATED,
                            TWO_WITNESSES,
                            Model.CHAMPION,
                            FITTED,
                            "Half of what stated amounts and the ledger's spending"
                                    + " over stated shares differ by, in 90 % of those who gave both.",
                            fit.respondents(),
                            ModelEntry.UNCOUNTED),
                    fit.stated());
        } else {
            refused(
                    STATED,
                    TWO_WITNESSES,
                    "ONE_WITNESS",
                    "Too few buyers stated both an amount and a share: how far"
                            + " statement and ledger differ is not known, and stated wallets have no band.",
                    fit.respondents());
        }
    }

    private void amounts(WalletFit fit) {
        String status = fit.verdict().code().name();
        if (fit.model().isEmpty()) {
            refused(AMOUNT, TWO_PARTS, status, fit.verdict().reason(), fit.respondents());
            return;
        }
        String role = fit.verdict().isFitted() ? Model.CHAMPION : Model.REFUSED;
        ModelEntry.Fit of =
                fit(AMOUNT, TWO_PARTS, role, status, fit.verdict().reason(), fit.respondents(), fit.elsewhere());
        TwoParts parts = fit.model().get();
        Terms terms = parts.model().terms();
        line(of, ELSEWHERE, terms, parts.model().elsewhere(), parts.elsewhereErrors());
        line(of, INSIDE, terms, parts.model().inside(), parts.insideErrors());
        line(of, OUTSIDE, terms, parts.model().outside(), parts.outsideErrors());
        add(of, INSIDE + SMEAR, parts.model().insideSmear(), Double.NaN);
        add(of, OUTSIDE + SMEAR, parts.model().outsideSmear(), Double.NaN);
        band(of, fit.band());
    }

    private void realistic(List<RealisticWallet.Spender> spenders, double quantile) {
        if (spenders.size() < RealisticWallet.LEAST_BUYERS) {
            refused(
                    REALISTIC,
                    QUANTILE,
                    "TOO_FEW_BUYERS",
                    spenders.size() + " buyers have spending in the last 365 days; a"
                            + " quantile of similar ones needs " + RealisticWallet.LEAST_BUYERS + ".",
                    spenders.size());
            return;
        }
        RealisticWallet wallet = RealisticWallet.fit(spenders, quantile);
        String reason = "Quantile " + quantile + " of what similar buyers spent in the last 365 days, as a logarithm.";
        ModelEntry.Fit of =
                fit(REALISTIC, QUANTILE, Model.CHAMPION, FITTED, reason, spenders.size(), ModelEntry.UNCOUNTED);
        line(of, "", wallet.terms(), wallet.line(), List.of());
    }

    private void total(String name, Totals.Total total) {
        Rubin rubin = total.rubin();
        String reason = String.format(
                Locale.ROOT,
                "Wallets of %d buyers who were not asked, imputed 20 times, with %d as stated: 90 %% from %.2f to %.2f.",
                total.buyers() - total.asked(),
                total.asked(),
                rubin.low(),
                rubin.high());
        add(
                fit(TOTAL, IMPUTATION, Model.CHAMPION, FITTED, reason, total.buyers(), ModelEntry.UNCOUNTED),
                name,
                rubin.estimate(),
                rubin.error());
    }

    private void line(ModelEntry.Fit of, String prefix, Terms terms, Line line, List<Double> errors) {
        add(of, prefix + INTERCEPT, line.intercept(), error(errors, 0));
        for (int place = 0; place < terms.codes().size(); place++) {
            String code = terms.codes().get(place);
            add(of, prefix + code, line.coefficients().get(place), error(errors, place + 1));
        }
    }

    private static double error(List<Double> errors, int place) {
        return errors.isEmpty() ? Double.NaN : errors.get(place);
    }

    private void band(ModelEntry.Fit of, Band band) {
        add(of, RECENT_LOW, band.recentLow(), Double.NaN);
        add(of, RECENT_HIGH, band.recentHigh(), Double.NaN);
        add(of, IDLE_LOW, band.idleLow(), Double.NaN);
        add(of, IDLE_HIGH, band.idleHigh(), Double.NaN);
    }

    private void refused(String subject, String model, String status, String reason, long customers) {
        add(
                fit(subject, model, Model.REFUSED, status, reason, customers, ModelEntry.UNCOUNTED),
                ModelEntry.NONE,
                Double.NaN,
                Double.NaN);
    }

    private ModelEntry.Fit fit(
            String subject, String model, String role, String status, String reason, long customers, long events) {
        return new ModelEntry.Fit(subject, model, role, status, reason, Double.NaN, customers, events, asOf);
    }

    private void add(ModelEntry.Fit of, String parameter, double estimate, double error) {
        entries.add(new ModelEntry(of, parameter, estimate, error, Double.NaN));
    }
}
