package io.linkage.model.channel;

import io.linkage.model.experience.Figure;
import java.util.List;

/**
 * Change of margin of customers who did something, less that of customers like them who did not: difference in differences within
 * cells of customers who are alike, weighed by those who did. What else differs between them is in it: an association.
 *
 * @param customers who did, and have others like them
 * @param compared who did not
 * @param estimate difference per customer
 * @param error its standard error, with the variance within cells pooled for each side
 */
public record MatchedChange(long customers, long compared, double estimate, double error) {
    /** Those of one cell. */
    public record Pair(Outcomes did, Outcomes others) {}

    /** Over all cells; a cell with one side alone tells nothing. */
    public static MatchedChange of(List<Pair> cells) {
        List<Pair> both = cells.stream()
                .filter(cell -> cell.did().customers() > 0 && cell.others().customers() > 0)
                .toList();
        long customers = both.stream().mapToLong(cell -> cell.did().customers()).sum();
        long compared =
                both.stream().mapToLong(cell -> cell.others().customers()).sum();
        double ofDid = pooled(both.stream().map(Pair::did).toList());
        double ofOthers = pooled(both.stream().map(Pair::others).toList());
        double estimate = 0;
        double variance = 0;
        for (Pair cell : both) {
            double weight = (double) cell.did().customers() / customers;
            estimate += weight * (cell.did().mean() - cell.others().mean());
            variance += weight
                    * weight
                    * (ofDid / cell.did().customers() + ofOthers / cell.others().customers());
        }
        return new MatchedChange(customers, compared, estimate, Math.sqrt(variance));
    }

    /** Lower end of the 95 % interval. */
    public double low() {
        return estimate - Figure.Z * error;
    }

    /** Upper end of the 95 % interval. */
    public double high() {
        return estimate + Figure.Z * error;
    }

    /** NaN where every cell has one customer. */
    private static double pooled(List<Outcomes> cells) {
        double spread = cells.stream().mapToDouble(Outcomes::spread).sum();
        long freedom = cells.stream().mapToLong(Outcomes::customers).sum() - cells.size();
        return freedom > 0 ? spread / freedom : Double.NaN;
    }
}
