package io.linkage.model.churn;

import io.linkage.model.quality.Calibration;
import io.linkage.model.quality.Counted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The calibration of one model, on margins of customers that it did not learn from, in two halves. Where there is a choice, each
 * kind is fitted on one half and judged by its log-loss on the other; the one that is better on both together is fitted on
 * all. A line needs less data than a curve, and is taken where neither is better.
 */
public final class ChooseCalibration {
    /** The better of the two. */
    public static final String AUTO = "auto";
    /** A rising curve. */
    public static final String ISOTONIC = "isotonic";

    private ChooseCalibration() {}

    /**
     * The calibration by a setting.
     *
     * @param kind auto, platt or isotonic
     * @param one margins of one half with their counts
     * @param other those of the other half
     */
    public static ChanceCurve of(String kind, List<Counted> one, List<Counted> other) {
        List<Counted> all = new ArrayList<>(one);
        all.addAll(other);
        boolean curve = kind.equals(ISOTONIC) || kind.equals(AUTO) && bends(one, other);
        return curve && !all.isEmpty() ? curve(all) : LogisticLine.fit(all);
    }

    private static boolean bends(List<Counted> one, List<Counted> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        double ofLine = loss(LogisticLine::fit, one, other) + loss(LogisticLine::fit, other, one);
        double ofCurve = loss(ChooseCalibration::curve, one, other) + loss(ChooseCalibration::curve, other, one);
        return ofCurve < ofLine;
    }

    private static IsotonicCurve curve(Collection<Counted> rows) {
        return IsotonicCurve.fit(Counted.merge(rows));
    }

    private static double loss(
            Function<Collection<Counted>, ChanceCurve> fit, List<Counted> fitted, List<Counted> judged) {
        ChanceCurve found = fit.apply(fitted);
        List<Counted> forecasts = judged.stream()
                .map(row -> new Counted(found.probability(row.value()), row.examples(), row.events()))
                .toList();
        return Calibration.logLoss(forecasts).estimate() * Counted.examples(forecasts);
    }
}
