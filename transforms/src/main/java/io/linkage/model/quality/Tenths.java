package io.linkage.model.quality;

import java.util.ArrayList;
import java.util.List;

/** Forecasts in tenths by their height, each with what was forecast and what then happened. */
public final class Tenths {
    private static final int NUMBER = 10;

    private Tenths() {}

    /**
     * One tenth.
     *
     * @param number from 1, the lowest, to 10
     * @param examples forecasts in it
     * @param events those that happened
     * @param forecast mean forecast
     * @param realised share that happened, with Wilson's interval
     */
    public record Tenth(int number, long examples, long events, double forecast, Metric realised) {}

    /** Tenths that have a row; equal forecasts stay together, in the tenth of their middle. */
    public static List<Tenth> of(List<Counted> forecasts) {
        List<Counted> rows = Counted.merge(forecasts);
        double all = Counted.examples(rows);
        List<List<Counted>> parts = new ArrayList<>();
        for (int part = 0; part < NUMBER; part++) {
            parts.add(new ArrayList<>());
        }
        long before = 0;
        for (Counted row : rows) {
            parts.get((int) ((before + row.examples() / 2.0) * NUMBER / all)).add(row);
            before += row.examples();
        }
        List<Tenth> tenths = new ArrayList<>();
        for (int part = 0; part < NUMBER; part++) {
            if (!parts.get(part).isEmpty()) {
                tenths.add(tenth(part + 1, parts.get(part)));
            }
        }
        return tenths;
    }

    private static Tenth tenth(int number, List<Counted> rows) {
        long examples = Counted.examples(rows);
        long events = Counted.events(rows);
        double forecast = 0;
        for (Counted row : rows) {
            forecast += row.value() * row.examples();
        }
        return new Tenth(number, examples, events, forecast / examples, Metric.share("realised", events, examples));
    }
}
