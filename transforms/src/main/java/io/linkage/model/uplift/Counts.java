package io.linkage.model.uplift;

/**
 * Contacts and responses of one arm; weights are inverse to the chance of being in it and give both arms the same mix of campaigns,
 * 1 where there is one campaign and one chance.
 *
 * @param contacts how many
 * @param responses how many of them responded
 * @param weight sum of their weights
 * @param squared sum of their squared weights
 * @param weighted sum of the weights of those who responded
 */
public record Counts(long contacts, long responses, double weight, double squared, double weighted) {
    /** Nobody. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Contacts of the weight 1. */
    public static Counts of(long contacts, long responses) {
        return new Counts(contacts, responses, contacts, contacts, responses);
    }

    /** With those of another. */
    public Counts plus(Counts other) {
        return new Counts(
                contacts + other.contacts,
                responses + other.responses,
                weight + other.weight,
                squared + other.squared,
                weighted + other.weighted);
    }

    /** Weighted share who responded; 0 of nobody. */
    public double rate() {
        return weight > 0 ? weighted / weight : 0;
    }

    /** Variance of the share; of contacts of equal weight that would say as much (Kish 1965), drawn in by half a response. */
    double variance() {
        double share = (weighted + 0.5) / (weight + 1);
        return weight > 0 ? share * (1 - share) * squared / (weight * weight) : Double.NaN;
    }
}
