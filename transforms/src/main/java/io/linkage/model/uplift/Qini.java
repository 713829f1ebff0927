package io.linkage.model.uplift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether those whom a contact moves more come first (Radcliffe 2007, Direct Marketing Analytics Journal). Of the first k
 * customers, Q(k) = Y_T - Y_C N_T / N_C responses were won. The coefficient is the area between Q, over the share of customers
 * and per treated customer of all, and the straight line to its end: responses won per treated customer by the order, on
 * average over all depths. No order gives 0. Customers with one forecast count together.
 */
public final class Qini {
    private final List<Ranked> descending;
    private final double customers;
    private final double treated;

    private Qini(List<Ranked> descending) {
        this.descending = descending;
        this.customers = descending.stream().mapToDouble(Ranked::contacts).sum();
        this.treated =
                descending.stream().mapToDouble(row -> row.treated().weight()).sum();
    }

    /** Of rows in any order. */
    public static Qini of(Collection<Ranked> rows) {
        Map<Double, Ranked> merged = new TreeMap<>(java.util.Comparator.reverseOrder());
        rows.forEach(row -> merged.merge(row.score(), row, Ranked::plus));
        return new Qini(List.copyOf(merged.values()));
    }

    /** The coefficient; 0 where nobody was treated. */
    public double coefficient() {
        double area = 0;
        double before = 0;
        Counts ofTreated = Counts.NONE;
        Counts ofControl = Counts.NONE;
        for (Ranked row : descending) {
            ofTreated = ofTreated.plus(row.treated());
            ofControl = ofControl.plus(row.control());
            double won = won(ofTreated, ofControl);
            area += row.contacts() / customers * (before + won) / 2;
            before = won;
        }
        return treated > 0 && customers > 0 ? (area - before / 2) / treated : 0;
    }

    /** Responses won of all treated. */
    public double total() {
        Counts ofTreated = Counts.NONE;
        Counts ofControl = Counts.NONE;
        for (Ranked row : descending) {
            ofTreated = ofTreated.plus(row.treated());
            ofControl = ofControl.plus(row.control());
        }
        return won(ofTreated, ofControl);
    }

    /** Treated and control of the first customers up to a share of all; of those who tie at the border a part. */
    public Totals top(double share) {
        double room = customers * share;
        Counts ofTreated = Counts.NONE;
        Counts ofControl = Counts.NONE;
        for (Ranked row : descending) {
            double part = Math.min(1, room / row.contacts());
            ofTreated = ofTreated.plus(part(row.treated(), part));
            ofControl = ofControl.plus(part(row.control(), part));
            room -= row.contacts();
            if (room <= 0) {
                break;
            }
        }
        return new Totals(ofTreated, ofControl);
    }

    /** The rows as about so many, neighbours joined: enough for an interval. */
    List<Ranked> coarse(int rows) {
        List<Ranked> joined = new ArrayList<>();
        double passed = 0;
        long bin = -1;
        for (Ranked row : descending) {
            long next = (long) ((passed + row.contacts() / 2) / customers * rows);
            if (next == bin) {
                joined.set(joined.size() - 1, joined.get(joined.size() - 1).plus(row));
            } else {
                joined.add(row);
                bin = next;
            }
            passed += row.contacts();
        }
        return joined;
    }

    private static double won(Counts ofTreated, Counts ofControl) {
        double held = ofControl.weight() > 0 ? ofControl.weighted() / ofControl.weight() : 0;
        return ofTreated.weighted() - held * ofTreated.weight();
    }

    private static Counts part(Counts arm, double part) {
        return new Counts(
                Math.round(arm.contacts() * part),
                Math.round(arm.responses() * part),
                arm.weight() * part,
                arm.squared() * part,
                arm.weighted() * part);
    }
}
