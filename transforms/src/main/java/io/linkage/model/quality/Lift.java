package io.linkage.model.quality;

import java.util.List;

/**
 * How many times more often the tenth with the highest forecasts left than all did. Of forecasts that tie at the border as
 * large a part counts as fits. The interval is Wilson's of the tenth's share (Wilson 1927), over the share of all.
 */
public final class Lift {
    private static final double TOP = 0.1;

    private Lift() {}

    /** The lift, NaN where nobody left; rows in rising order of their value, one per value. */
    public static Metric topDecile(List<Counted> rows) {
        double examples = Counted.examples(rows);
        double all = Counted.events(rows) / examples;
        double room = examples * TOP;
        double events = 0;
        double left = room;
        for (int place = rows.size() - 1; place >= 0 && left > 0; place--) {
            Counted row = rows.get(place);
            double taken = Math.min(left, row.examples());
            events += row.events() * taken / row.examples();
            left -= taken;
        }
        if (!(all > 0)) {
            return new Metric("lift", Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double share = Math.min(1, events / room);
        double error = Math.sqrt(share * (1 - share) / room);
        return new Metric(
                "lift",
                share / all,
                error / all,
                Metric.wilson(share, room, -1) / all,
                Metric.wilson(share, room, 1) / all);
    }
}
