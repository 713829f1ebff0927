package io.linkage.jobs.lake;

import java.io.Serializable;
import java.util.Arrays;

/** Distinct 64-bit digests of values, up to a limit; beyond it the set only knows that it is full. */
public final class ValueSet implements Serializable {
    /** A set of this size takes 4 MB; larger tables are checked by a query. */
    static final int LIMIT = 200_000;

    private static final long serialVersionUID = 1L;
    private static final int FIRST_SLOTS = 64;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[FIRST_SLOTS];
    private int size;
    private boolean hasZero;
    private boolean full;

    /** Adds a digest. */
    void add(long digest) {
        if (full) {
            return;
        }
        if (digest == 0) {
            hasZero = true;
            return;
        }
        int slot = slot(digest);
        if (slots[slot] == 0) {
            slots[slot] = digest;
            size++;
            if (size > LIMIT) {
                full = true;
                slots = new long[0];
            } else if (size * 2 > slots.length) {
                grow();
            }
        }
    }

    /** Adds the digests of another set. */
    void addAll(ValueSet other) {
        if (other.full) {
            full = true;
            slots = new long[0];
            return;
        }
        hasZero |= other.hasZero;
        for (long digest : other.slots) {
            if (digest != 0) {
                add(digest);
            }
        }
    }

    /** How many digests it holds. */
    long size() {
        return size + (hasZero ? 1L : 0L);
    }

    /** Whether there were more than it can hold. */
    boolean full() {
        return full;
    }

    /** Whether it holds all digests of another set. */
    boolean holdsAll(ValueSet other) {
        return !full
                && !other.full
                && (hasZero || !other.hasZero)
                && Arrays.stream(other.slots).allMatch(digest -> digest == 0 || slots[slot(digest)] == digest);
    }

    private int slot(long digest) {
        int mask = slots.length - 1;
        int slot = (int) ((digest * SPREAD) >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != digest) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        for (long digest : before) {
            if (digest != 0) {
                slots[slot(digest)] = digest;
            }
        }
    }
}
