package io.linkage.jobs.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** A figure as {@code kit.js} draws it: kinds and components are named the same there. */
public sealed interface Plot {

    /** Lines over named places, such as months, each with a band where it has ends. */
    record Lines(Unit unit, List<String> places, List<Line> lines) implements Plot {}

    /** Values of a line, one for each place; null: none. */
    record Line(String name, List<Double> values, List<Double> low, List<Double> high) {}

    /** Curves through points of two shares, 0 to 1. */
    record Curves(String across, String up, List<Curve> curves) implements Plot {}

    /** Points of a curve, each of two numbers. */
    record Curve(String name, List<List<Double>> points) {}

    /** A bar for each name, one below the other. */
    record Bars(Unit unit, List<Named> bars) implements Plot {}

    /** What is left of a first number at each stage, one below the other. */
    record Funnel(Unit unit, List<Named> bars) implements Plot {}

    /** Points on two axes of shares, in groups that two lines part. */
    record Quadrants(String across, String up, double acrossBorder, double upBorder, List<Spot> spots)
            implements Plot {}

    /** A point with its name and that of its group. */
    record Spot(String name, String group, Double across, Double up) {}

    /** A value with its name. */
    record Named(String name, Double value) {}

    /** From a first state by changes to a last one. */
    record Bridge(Unit unit, Named opening, List<Named> changes, Named closing) implements Plot {}

    /** A line for each name, one below the other, with marks on it and the interval of the first. */
    record Dots(Unit unit, List<String> marks, List<Dot> dots) implements Plot {}

    /** Values of the marks of one line, and the ends of the first one's interval; null: none. */
    record Dot(String name, List<Double> values, Double low, Double high) {}

    /** How the numbers of a figure are written. */
    enum Unit {
        AMOUNT,
        SHARE,
        POINTS,
        NUMBER
    }

    /** How the numbers are written. */
    default Unit unit() {
        return Unit.SHARE;
    }

    /** What the script reads. */
    default ObjectNode json(String id) {
        ObjectNode json = new ObjectMapper().valueToTree(this);
        return json.put("id", id)
                .put("unit", unit().name().toLowerCase(Locale.ROOT))
                .put("kind", getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** A number of a figure; null where there is none. */
    static Double known(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
