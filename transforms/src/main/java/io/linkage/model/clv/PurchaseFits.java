package io.linkage.model.clv;

import java.util.List;

/** Maximum likelihood fits of the purchase models. */
public final class PurchaseFits {
    private PurchaseFits() {}

    /** Fits NBD: r, alpha. */
    public static Fit<Nbd> nbd(List<CountedHistory> histories) {
        List<CountedHistory> rows = ordered(histories);
        return MaximumLikelihood.fit(
                new MaximumLikelihood.Problem<Nbd, CountedHistory>(
                        List.of("r", "alpha"),
                        new double[] {1, typicalAge(rows)},
                        List.of(new double[] {0.5, 0.5}, new double[] {2, 1}),
                        p -> new Nbd(p[0], p[1]),
                        PurchaseFits::term,
                        CountedHistory::count),
                rows);
    }

    /** Fits BG/NBD: r, alpha, a, b. */
    public static Fit<BgNbd> bgNbd(List<CountedHistory> histories) {
        List<CountedHistory> rows = ordered(histories);
        return MaximumLikelihood.fit(
                new MaximumLikelihood.Problem<BgNbd, CountedHistory>(
                        List.of("r", "alpha", "a", "b"),
                        dropoutScales(rows),
                        dropoutStarts(),
                        p -> new BgNbd(p[0], p[1], p[2], p[3]),
                        PurchaseFits::term,
                        CountedHistory::count),
                rows);
    }

    /** Fits MBG/NBD: r, alpha, a, b. */
    public static Fit<MbgNbd> mbgNbd(List<CountedHistory> histories) {
        List<CountedHistory> rows = ordered(histories);
        return MaximumLikelihood.fit(
                new MaximumLikelihood.Problem<MbgNbd, CountedHistory>(
                        List.of("r", "alpha", "a", "b"),
                        dropoutScales(rows),
                        dropoutStarts(),
                        p -> new MbgNbd(p[0], p[1], p[2], p[3]),
                        PurchaseFits::term,
                        CountedHistory::count),
                rows);
    }

    private static double term(PurchaseModel model, CountedHistory row) {
        return row.count() * model.logLikelihood(row.history());
    }

    private static List<CountedHistory> ordered(List<CountedHistory> histories) {
        List<CountedHistory> rows = CountedHistory.merge(histories);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A purchase model cannot be fitted without customers.");
        }
        return rows;
    }

    private static double[] dropoutScales(List<CountedHistory> rows) {
        return new double[] {1, typicalAge(rows), 1, 1};
    }

    private static List<double[]> dropoutStarts() {
        return List.of(
                new double[] {0.3, 0.2, 0.8, 2.5},
                new double[] {1, 1, 1, 1},
                new double[] {1, 0.5, 0.1, 2},
                new double[] {3, 1, 2, 20});
    }

    /** Mean age in weeks, so that the search for alpha starts at the right size whatever the window. */
    private static double typicalAge(List<CountedHistory> rows) {
        double weeks = 0;
        double customers = 0;
        for (CountedHistory row : rows) {
            weeks += row.count() * row.history().age();
            customers += row.count();
        }
        return weeks > 0 ? weeks / customers : 1;
    }
}
