package io.linkage.model.uplift;

import java.util.List;

/** Both arms of some cells. */
public record Totals(Counts treated, Counts control) {
    /** Of these cells together. */
    public static Totals of(List<Cell> cells) {
        return new Totals(
                cells.stream().map(Cell::treated).reduce(Counts.NONE, Counts::plus),
                cells.stream().map(Cell::control).reduce(Counts.NONE, Counts::plus));
    }

    /** Treated less control share. */
    public double effect() {
        return treated.rate() - control.rate();
    }

    /** Its standard error. */
    public double error() {
        return Math.sqrt(treated.variance() + control.variance());
    }

    /** Contacts of both arms. */
    public long contacts() {
        return treated.contacts() + control.contacts();
    }

    /** Responses of both arms. */
    public long responses() {
        return treated.responses() + control.responses();
    }
}
