package io.linkage.model.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Units by periods with the measures of each; the order in which cells came does not matter. */
public final class Panel {
    private final List<String> measures;
    private final List<Cell> cells;

    private Panel(List<String> measures, List<Cell> cells) {
        this.measures = List.copyOf(measures);
        this.cells = List.copyOf(cells);
    }

    /** Of cells with one value per measure, at most one per unit and period, and one cluster per unit. */
    public static Panel of(List<String> measures, List<Cell> cells) {
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparing(Cell::unit).thenComparingInt(Cell::period));
        for (int i = 0; i < sorted.size(); i++) {
            Cell cell = sorted.get(i);
            if (cell.values().length != measures.size()) {
                throw new IllegalArgumentException("Unit " + cell.unit() + " has " + cell.values().length
                        + " values for " + measures.size() + " measures. Give one per measure, NaN where not known.");
            }
            if (i > 0 && sorted.get(i - 1).unit().equals(cell.unit())) {
                checkSameUnit(sorted.get(i - 1), cell);
            }
        }
        return new Panel(measures, sorted);
    }

    private static void checkSameUnit(Cell before, Cell cell) {
        if (before.period() == cell.period()) {
            throw new IllegalArgumentException("Unit " + cell.unit() + " stands twice in period " + cell.period()
                    + ". Aggregate to one row per unit and period first.");
        }
        if (!before.cluster().equals(cell.cluster())) {
            throw new IllegalArgumentException("Unit " + cell.unit() + " moves from cluster " + before.cluster()
                    + " to " + cell.cluster() + ". Make it two units, or give it one cluster.");
        }
    }

    /** Without cells that have fewer people: their mean says who they are and is mostly chance. */
    public Panel ofGroups(long leastPeople) {
        return new Panel(
                measures,
                cells.stream().filter(cell -> cell.people() >= leastPeople).toList());
    }

    /** Rows in which all terms are known, each as many periods before as it says; the last term is the outcome. */
    public Sample sample(Lagged... terms) {
        Map<String, Map<Integer, Cell>> byUnit = new HashMap<>();
        for (Cell cell : cells) {
            byUnit.computeIfAbsent(cell.unit(), unit -> new HashMap<>()).put(cell.period(), cell);
        }
        int[] places = new int[terms.length];
        for (int term = 0; term < terms.length; term++) {
            places[term] = place(terms[term].measure());
        }
        List<Cell> at = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (Cell cell : cells) {
            double[] row = row(byUnit.get(cell.unit()), cell.period(), terms, places);
            if (row.length > 0) {
                at.add(cell);
                rows.add(row);
            }
        }
        return Sample.of(at, rows, terms.length);
    }

    private static double[] row(Map<Integer, Cell> unit, int period, Lagged[] terms, int[] places) {
        double[] row = new double[terms.length];
        for (int term = 0; term < terms.length; term++) {
            Cell cell = unit.get(period - terms[term].lag());
            if (cell == null || !Double.isFinite(cell.values()[places[term]])) {
                return new double[0];
            }
            row[term] = cell.values()[places[term]];
        }
        return row;
    }

    private int place(String measure) {
        int place = measures.indexOf(measure);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "The panel has no measure " + measure + ". It has " + String.join(", ", measures) + ".");
        }
        return place;
    }
}
