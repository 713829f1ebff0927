package io.linkage.model.clv.interval;

/**
 * What the value of customers may be off by; spreads of customers add up.
 *
 * @param chance variance by chance, independent from customer to customer
 * @param moves by how much the value moves with the parameters, in each of their principal directions
 */
public record Spread(double chance, double[] moves) {
    /** The 90 % interval of a sum of values with this spread. */
    public Interval around(double value) {
        double variance = chance;
        for (double move : moves) {
            variance += move * move;
        }
        return Interval.ofSum(value, variance);
    }
}
