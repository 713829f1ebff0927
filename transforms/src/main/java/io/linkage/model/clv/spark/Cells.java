package io.linkage.model.clv.spark;

import io.linkage.column.Alike;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Customers who are alike, counted, in any order: cells of whole numbers side by side, found by an open hash table. A row costs
 * one look-up and no object.
 */
final class Cells implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int KEYS = 4;
    private static final int WIDTH = 7;
    private static final int FIRST_PLACES = 64;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] numbers = new long[FIRST_PLACES / 2 * WIDTH];
    private int size;
    /** Number of the cell at each place, from 1; 0 where there is none. */
    private transient int[] places;

    /**
     * What a cell holds.
     *
     * @param customers who are alike
     * @param one sum over them of the first number that tells them apart, such as recency in days
     * @param other sum of the second, such as age in days
     */
    record Cell(long frequency, long came, long customers, long one, long other) {}

    /** Counts a customer among those who share frequency, what came, and the leading digits of both numbers. */
    void add(long frequency, long came, long one, long other, int digits) {
        long oneLike = Alike.leading(one, digits);
        add(frequency, came, oneLike, Alike.leading(other, digits), 1, one, other);
    }

    /** Counts those of other cells as well, telling apart by so many digits; they must not be coarser. */
    void add(Cells more, int digits) {
        long[] from = more.numbers;
        for (int at = 0; at < more.size * WIDTH; at += WIDTH) {
            long oneLike = Alike.leading(from[at + 2], digits);
            long otherLike = Alike.leading(from[at + 3], digits);
            add(from[at], from[at + 1], oneLike, otherLike, from[at + KEYS], from[at + 5], from[at + 6]);
        }
    }

    /** The same customers told apart by fewer digits. */
    Cells coarser(int digits) {
        Cells coarser = new Cells();
        coarser.add(this, digits);
        return coarser;
    }

    int size() {
        return size;
    }

    Stream<Cell> cells() {
        return IntStream.range(0, size)
                .map(cell -> cell * WIDTH)
                .mapToObj(at ->
                        new Cell(numbers[at], numbers[at + 1], numbers[at + KEYS], numbers[at + 5], numbers[at + 6]));
    }

    private void add(long frequency, long came, long oneLike, long otherLike, long customers, long one, long other) {
        int at = cell(frequency, came, oneLike, otherLike) * WIDTH + KEYS;
        numbers[at] += customers;
        numbers[at + 1] += one;
        numbers[at + 2] += other;
    }

    /** Number of the cell with this key, from 0; a new one where there was none. */
    private int cell(long frequency, long came, long oneLike, long otherLike) {
        if (places == null || 2 * size >= places.length) {
            spread();
        }
        int place = place(hash(frequency, came, oneLike, otherLike));
        while (places[place] != 0) {
            int at = (places[place] - 1) * WIDTH;
            if (numbers[at] == frequency
                    && numbers[at + 1] == came
                    && numbers[at + 2] == oneLike
                    && numbers[at + 3] == otherLike) {
                return places[place] - 1;
            }
            place = place + 1 & places.length - 1;
        }
        places[place] = size + 1;
        int at = size * WIDTH;
        numbers[at] = frequency;
        numbers[at + 1] = came;
        numbers[at + 2] = oneLike;
        numbers[at + 3] = otherLike;
        return size++;
    }

    /** Makes room for as many cells again, and finds each of them a place. */
    private void spread() {
        places = new int[Math.max(FIRST_PLACES, Integer.highestOneBit(size) * 4)];
        numbers = Arrays.copyOf(numbers, places.length / 2 * WIDTH);
        for (int cell = 0; cell < size; cell++) {
            int at = cell * WIDTH;
            int place = place(hash(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]));
            while (places[place] != 0) {
                place = place + 1 & places.length - 1;
            }
            places[place] = cell + 1;
        }
    }

    private int place(long hash) {
        return (int) (hash >>> 32) & places.length - 1;
    }

    private static long hash(long frequency, long came, long oneLike, long otherLike) {
        long mixed = (frequency * GOLDEN + came) * GOLDEN;
        mixed = ((mixed ^ mixed >>> 29) + oneLike) * GOLDEN;
        mixed = ((mixed ^ mixed >>> 29) + otherLike) * GOLDEN;
        return mixed ^ mixed >>> 31;
    }
}
