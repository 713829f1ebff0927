package io.linkage.model.action;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Product families and who buys what together: the chance that a buyer of one buys another, n(both) / n(one), where that is above
 * the share of all buyers who buy it (a lift above 1, Brin and others 1997), else that share.
 *
 * @param families by code
 * @param together chance of the second for buyers of the first, of pairs with a lift above 1
 */
public record Assortment(Map<String, Family> families, Map<String, Map<String, Double>> together)
        implements Serializable {
    /**
     * A family.
     *
     * @param share of all buyers who buy it
     * @param weight its part of all revenue
     * @param highPrice that a quarter of its buyers pays for a piece, or more
     */
    public record Family(double share, double weight, double highPrice) implements Serializable {}

    /**
     * How many buy a family, or two.
     *
     * @param one family
     * @param other family, or the same
     */
    public record Common(String one, String other, long buyers) {}

    /** A family that could be sold. */
    public record Cross(String family, double chance, double weight) {}

    /** A family that could be sold dearer. */
    public record Up(String family, double amount) {}

    /** What a customer bought of a family in a year. */
    public record Bought(String family, double price, double pieces) {}

    /**
     * From counts.
     *
     * @param families those with enough buyers
     * @param common buyers of two families, with the families' own
     */
    public static Assortment of(Map<String, Family> families, List<Common> common) {
        Map<String, Map<String, Double>> together = new HashMap<>();
        Map<String, Long> own = common.stream()
                .filter(pair -> pair.one().equals(pair.other()))
                .collect(Collectors.toMap(Common::one, Common::buyers));
        for (Common pair : common) {
            Family other = families.get(pair.other());
            if (!pair.one().equals(pair.other()) && other != null && own.containsKey(pair.one())) {
                double chance = (double) pair.buyers() / own.get(pair.one());
                if (chance > other.share()) {
                    together.computeIfAbsent(pair.one(), unseen -> new HashMap<>())
                            .put(pair.other(), chance);
                }
            }
        }
        return new Assortment(families, together);
    }

    /** The family not bought yet of which most is expected: chance times weight. */
    public Optional<Cross> cross(Set<String> bought) {
        return families.keySet().stream()
                .filter(family -> !bought.contains(family))
                .map(family -> new Cross(
                        family, chance(bought, family), families.get(family).weight()))
                .max(Comparator.<Cross>comparingDouble(cross -> cross.chance() * cross.weight())
                        .thenComparing(Cross::family, Comparator.reverseOrder()));
    }

    /** Part of all revenue that falls on families bought already. */
    public double ownWeight(Set<String> bought) {
        return bought.stream()
                .sorted()
                .filter(families::containsKey)
                .mapToDouble(family -> families.get(family).weight())
                .sum();
    }

    /** The family of which the pieces of a year would bring most at the high price. */
    public Optional<Up> up(List<Bought> bought) {
        return bought.stream()
                .filter(part -> families.containsKey(part.family()))
                .map(part -> new Up(
                        part.family(),
                        part.pieces() * (families.get(part.family()).highPrice() - part.price())))
                .filter(up -> up.amount() > 0)
                .max(Comparator.comparingDouble(Up::amount).thenComparing(Up::family, Comparator.reverseOrder()));
    }

    private double chance(Set<String> bought, String family) {
        double chance = families.get(family).share();
        for (String own : bought) {
            chance = Math.max(chance, together.getOrDefault(own, Map.of()).getOrDefault(family, 0.0));
        }
        return chance;
    }
}
