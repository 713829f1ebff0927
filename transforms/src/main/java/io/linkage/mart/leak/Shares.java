package io.linkage.mart.leak;

import io.linkage.model.experience.Figure;
import io.linkage.model.experience.Share;
import io.linkage.table.mart.EnergyLeak;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The share of feedback that reached a stage, of that which entered it, with its interval. */
final class Shares {
    private Shares() {}

    static Dataset<Row> told(Dataset<Row> cells) {
        return cells.map((MapFunction<Row, Row>) Shares::told, Encoders.row(EnergyLeak.TABLE.schema()));
    }

    private static Row told(Row cell) {
        long entered = cell.<Long>getAs(EnergyLeak.ENTERED_COUNT.name());
        if (entered == 0) {
            return cell;
        }
        Figure figure = new Share(cell.<Long>getAs(EnergyLeak.REACHED_COUNT.name()), entered).figure();
        return Filled.of(
                EnergyLeak.TABLE,
                cell,
                Map.of(
                        EnergyLeak.REACHED_SHARE, figure.estimate(),
                        EnergyLeak.REACHED_LOW_SHARE, figure.low(),
                        EnergyLeak.REACHED_HIGH_SHARE, figure.high()));
    }
}
