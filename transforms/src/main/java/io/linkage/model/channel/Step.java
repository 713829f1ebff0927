package io.linkage.model.channel;

/**
 * How often one state of a path was followed by another.
 *
 * @param from a channel, or the start
 * @param to a channel, an order, or nothing
 * @param times how often
 */
public record Step(String from, String to, long times) {
    /** Where every path begins. */
    public static final String START = "(start)";
    /** The path ended with an order. */
    public static final String ORDER = "(order)";
    /** The path ended without one. */
    public static final String NOTHING = "(nothing)";
}
