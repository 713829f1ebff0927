package io.linkage.model.campaign.spark;

import static org.apache.spark.sql.functions.when;

import io.linkage.column.Exact;
import io.linkage.model.campaign.Arm;
import java.util.List;
import org.apache.spark.sql.Column;

/** The sums of an {@link Arm}, as aggregates over its customers. */
public final class ArmSums {
    private ArmSums() {}

    /** All but the count, in the order of {@link Arm}; empty where nobody is in. */
    public static List<Column> of(Column isIn, Column w, Column x, Column y) {
        Column wx = w.multiply(x);
        Column wy = w.multiply(y);
        return List.of(
                Exact.total(when(isIn, w)),
                Exact.total(when(isIn, w.multiply(w))),
                Exact.largeTotal(when(isIn, wx)),
                Exact.largeTotal(when(isIn, wx.multiply(x))),
                Exact.largeTotal(when(isIn, wy)),
                Exact.largeTotal(when(isIn, wy.multiply(y))),
                Exact.largeTotal(when(isIn, wx.multiply(y))));
    }
}
