package io.linkage.mart.leak;

import io.linkage.model.experience.Figure;
import io.linkage.model.experience.Share;
import io.linkage.table.mart.EnergyLeak;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The share of feedback that reached a stage, of that which entered it, with its interval. */
final class Shares {
    private static final int SHARE = EnergyLeak.TABLE.names().indexOf(EnergyLeak.REACHED_SHARE.name());
    private static final int LOW = EnergyLeak.TABLE.names().indexOf(EnergyLeak.REACHED_LOW_SHARE.name());
    private static final int HIGH = EnergyLeak.TABLE.names().indexOf(EnergyLeak.REACHED_HIGH_SHARE.name());

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
        Object[] values = new Object[cell.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = cell.get(place);
        }
        values[SHARE] = figure.estimate();
        values[LOW] = figure.low();
        values[HIGH] = figure.high();
        return RowFactory.create(values);
    }
}
