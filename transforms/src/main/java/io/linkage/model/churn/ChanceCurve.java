package io.linkage.model.churn;

import java.io.Serializable;

/** From the margin of a model to the chance of leaving: a calibration. It never falls, so that it keeps the order. */
public sealed interface ChanceCurve extends Serializable permits LogisticLine, IsotonicCurve {
    /** The chance at a margin. */
    double probability(double margin);

    /** Change of the log-odds for one unit of margin, by which contributions are scaled; 1 where it is not the same all along. */
    double slope();
}
