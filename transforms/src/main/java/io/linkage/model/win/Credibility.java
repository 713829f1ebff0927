package io.linkage.model.win;

import java.util.List;

/**
 * Means of groups, each drawn towards that of all as far as its own customers do not carry it: credibility n / (n + s/t), with s
 * the variance within groups and t the one between them (Bühlmann and Straub 1970, Mitteilungen der VSVM 70).
 *
 * @param mean of all customers
 * @param within variance within groups
 * @param between variance of the true means of groups; 0 where the groups do not differ by more than chance
 */
public record Credibility(double mean, double within, double between) {
    /**
     * A group of customers.
     *
     * @param customers how many there are
     * @param mean of them; not looked at where there are none
     * @param deviation of a sample of them; 0 for one
     */
    public record Group(long customers, double mean, double deviation) {}

    /** From groups in an order of their own: sums of real numbers depend on it. */
    public static Credibility of(List<Group> groups) {
        double customers = 0;
        double total = 0;
        double inside = 0;
        double free = 0;
        double squares = 0;
        int met = 0;
        for (Group group : groups) {
            if (group.customers() > 0) {
                customers += group.customers();
                total += group.customers() * group.mean();
                inside += (group.customers() - 1) * group.deviation() * group.deviation();
                free += group.customers() - 1;
                squares += (double) group.customers() * group.customers();
                met++;
            }
        }
        double mean = customers > 0 ? total / customers : Double.NaN;
        double within = free > 0 ? inside / free : 0;
        double spread = 0;
        for (Group group : groups) {
            double distance = group.customers() > 0 ? group.mean() - mean : 0;
            spread += group.customers() * distance * distance;
        }
        double scale = customers - squares / Math.max(1, customers);
        double between = scale > 0 ? Math.max(0, (spread - (met - 1) * within) / scale) : 0;
        return new Credibility(mean, within, between);
    }

    /** The mean to expect of the next customer of a group. */
    public double of(Group group) {
        if (group.customers() == 0 || between == 0) {
            return mean;
        }
        double weight = group.customers() / (group.customers() + within / between);
        return weight * group.mean() + (1 - weight) * mean;
    }
}
