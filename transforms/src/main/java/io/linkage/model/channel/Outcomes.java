package io.linkage.model.channel;

/**
 * Changes of margin of customers who are alike, from before to after.
 *
 * @param customers how many
 * @param sum of their changes
 * @param squares sum of the squared changes
 */
public record Outcomes(long customers, double sum, double squares) {
    /** Nobody. */
    public static final Outcomes NONE = new Outcomes(0, 0, 0);

    /** With those of others. */
    public Outcomes plus(Outcomes other) {
        return new Outcomes(customers + other.customers, sum + other.sum, squares + other.squares);
    }

    /** Without some of them. */
    public Outcomes minus(Outcomes part) {
        return new Outcomes(customers - part.customers, sum - part.sum, squares - part.squares);
    }

    double mean() {
        return sum / customers;
    }

    /** Sum of squared distances from the mean. */
    double spread() {
        return Math.max(0, squares - sum * sum / customers);
    }
}
