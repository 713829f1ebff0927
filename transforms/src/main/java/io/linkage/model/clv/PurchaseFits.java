package io.linkage.model.clv;

import java.util.List;

/** Maximum likelihood fits of the purchase models. */
public final class PurchaseFits {
    private PurchaseFits() {}

    /** Fits NBD: r, alpha. */
    public static Fit<Nbd> nbd(List<CountedHistory> histories) {
        return of(PurchaseFamily.NBD, histories).as(Nbd.class);
    }

    /** Fits BG/NBD: r, alpha, a, b. */
    public static Fit<BgNbd> bgNbd(List<CountedHistory> histories) {
        return of(PurchaseFamily.BG_NBD, histories).as(BgNbd.class);
    }

    /** Fits MBG/NBD: r, alpha, a, b. */
    public static Fit<MbgNbd> mbgNbd(List<CountedHistory> histories) {
        return of(PurchaseFamily.MBG_NBD, histories).as(MbgNbd.class);
    }

    /** Fits Pareto/NBD: r, alpha, s, beta. */
    public static Fit<ParetoNbd> paretoNbd(List<CountedHistory> histories) {
        return of(PurchaseFamily.PARETO_NBD, histories).as(ParetoNbd.class);
    }

    /** Fits any of them. */
    public static Fit<PurchaseModel> of(PurchaseFamily family, List<CountedHistory> histories) {
        List<CountedHistory> rows = CountedHistory.merge(histories);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A purchase model cannot be fitted without customers.");
        }
        return MaximumLikelihood.fit(
                new Problem<>(
                        family.names(),
                        family.scales(typicalAge(rows)),
                        family.starts(),
                        family::model,
                        (model, row) -> row.count() * model.logLikelihood(row.history()),
                        (model, row) -> times(row.count(), model.gradient(row.history())),
                        CountedHistory::count),
                rows);
    }

    /** Mean age in weeks, so that the search for alpha starts at the right size whatever the window. */
    static double typicalAge(List<CountedHistory> rows) {
        double weeks = 0;
        double customers = 0;
        for (CountedHistory row : rows) {
            weeks += row.count() * row.history().age();
            customers += row.count();
        }
        return weeks > 0 ? weeks / customers : 1;
    }

    private static double[] times(double factor, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }
}
