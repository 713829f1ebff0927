package io.linkage.model.channel;

/**
 * Orders of paths through a channel and so many others. Where a coalition of channels is worth the orders of the paths that need no
 * other channel, each path of k channels is a game that its k members win together or not at all, so that each has a Shapley value
 * of 1/k, exactly and however many channels there are (Shapley 1953; Zhao, Mahboobi and Bagheri 2018).
 *
 * @param channel a channel of these paths
 * @param channels how many different channels they have
 * @param orders that they led to
 * @param cents margin of these orders
 */
public record SharedOrders(String channel, int channels, long orders, long cents) {
    /** Orders that are owed to the channel. */
    public double owedOrders() {
        return (double) orders / channels;
    }

    /** Margin that is owed to it, in cents. */
    public double owedCents() {
        return (double) cents / channels;
    }
}
