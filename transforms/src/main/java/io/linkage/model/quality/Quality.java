package io.linkage.model.quality;

import java.util.Collection;
import java.util.List;

/** Everything that is said of forecasts of an event. */
public final class Quality {
    private Quality() {}

    /** All metrics of one forecast on one slice; none of no rows. */
    public static List<Metric> of(Collection<Counted> forecasts) {
        if (forecasts.isEmpty()) {
            return List.of();
        }
        List<Counted> rows = Counted.merge(forecasts);
        return List.of(
                Discrimination.auc(rows),
                Calibration.brier(rows),
                Calibration.logLoss(rows),
                Calibration.error(rows),
                Lift.topDecile(rows));
    }
}
