package io.linkage.model.quality;

import java.util.List;

/**
 * Whether those who left had higher forecasts than those who stayed. Area under the ROC curve with ties counted half; its
 * variance from the placements of each group in the other (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44(3)).
 */
public final class Discrimination {
    /** Code of the area under the curve. */
    public static final String AUC = "auc";

    private Discrimination() {}

    /**
     * The area, NaN where nobody or everybody left; rows in rising order of their value, one per value. How one who left, or stayed,
     * would have stood another time is not known: there is no error then.
     */
    public static Metric auc(List<Counted> rows) {
        long events = Counted.events(rows);
        long others = Counted.examples(rows) - events;
        if (events == 0 || others == 0) {
            return new Metric(AUC, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        Placements ofEvents = new Placements();
        Placements ofOthers = new Placements();
        long othersBelow = 0;
        long eventsBelow = 0;
        for (Counted row : rows) {
            long stayed = row.examples() - row.events();
            ofEvents.add((othersBelow + stayed / 2.0) / others, row.events());
            ofOthers.add(1 - (eventsBelow + row.events() / 2.0) / events, stayed);
            othersBelow += stayed;
            eventsBelow += row.events();
        }
        double area = ofEvents.mean();
        double error = Math.sqrt(ofEvents.variance(area) / events + ofOthers.variance(area) / others);
        return Metric.normal(AUC, area, error, 0, 1);
    }

    /** Where the members of one group stand among the other group, as shares. */
    private static final class Placements {
        private double sum;
        private double squares;
        private long members;

        void add(double placement, long times) {
            sum += placement * times;
            squares += placement * placement * times;
            members += times;
        }

        double mean() {
            return sum / members;
        }

        double variance(double mean) {
            return members > 1 ? Math.max(0, squares - members * mean * mean) / (members - 1) : Double.NaN;
        }
    }
}
