package io.linkage.model.clv.spark;

import io.linkage.column.Money;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What one task counts of its customers. It begins by keeping all apart, and brings together those that are alike once there
 * are too many of them, in this task or in all: the cells are the same either way, so one pass is enough.
 */
final class Counting implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Columns of a part: frequency, what came, two numbers that tell apart, group. */
    static final int WIDTH = 5;

    private final Resolution resolution;
    private final boolean[] money;
    private final long[] totals;
    private final List<Map<String, Cells>> parts;
    private long customers;
    private boolean coarse;

    /**
     * Nothing counted yet.
     *
     * @param amounts how many columns of money come first in a row
     * @param money of each part that follows, whether amounts tell its customers apart, and not days
     */
    Counting(Resolution resolution, int amounts, boolean[] money) {
        this.resolution = resolution;
        this.money = money;
        this.totals = new long[amounts];
        this.parts = new ArrayList<>(IntStream.range(0, money.length)
                .mapToObj(part -> new HashMap<String, Cells>())
                .toList());
    }

    /** Counts a row; a part without a frequency counts as nothing. */
    Counting add(Row row) {
        for (int amount = 0; amount < totals.length; amount++) {
            totals[amount] += row.isNullAt(amount) ? 0 : Money.inCents(row.getDecimal(amount));
        }
        boolean counted = false;
        for (int part = 0; part < money.length; part++) {
            int at = totals.length + part * WIDTH;
            if (!row.isNullAt(at)) {
                counted = true;
                long one = money[part] ? Money.inCents(row.getDecimal(at + 2)) : row.getLong(at + 2);
                cells(part, row.getString(at + 4))
                        .add(row.getLong(at), row.getLong(at + 1), one, row.getLong(at + 3), digits(part));
            }
        }
        customers += counted ? 1 : 0;
        return coarserWhereMany();
    }

    /** Counts what another task counted as well. */
    Counting merge(Counting other) {
        if (other.customers > customers) {
            return other.merge(this);
        }
        customers += other.customers;
        for (int amount = 0; amount < totals.length; amount++) {
            totals[amount] += other.totals[amount];
        }
        coarserWhereMany();
        for (int part = 0; part < money.length; part++) {
            for (Map.Entry<String, Cells> group : other.parts.get(part).entrySet()) {
                cells(part, group.getKey()).add(group.getValue(), digits(part));
            }
        }
        return this;
    }

    /** Sums of the columns of money, in cents. */
    long[] totals() {
        return totals.clone();
    }

    /** What a part counted, by group; null is no group. */
    Stream<Map.Entry<String, Cells>> of(int part) {
        return parts.get(part).entrySet().stream();
    }

    private Counting coarserWhereMany() {
        if (!coarse && resolution.isCoarse(customers)) {
            coarse = true;
            for (int part = 0; part < money.length; part++) {
                int digits = digits(part);
                parts.get(part).replaceAll((group, cells) -> cells.coarser(digits));
            }
        }
        return this;
    }

    private int digits(int part) {
        return Resolution.digits(coarse, money[part]);
    }

    private Cells cells(int part, String group) {
        return parts.get(part).computeIfAbsent(group, name -> new Cells());
    }
}
