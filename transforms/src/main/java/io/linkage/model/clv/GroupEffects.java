package io.linkage.model.clv;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What groups of customers do otherwise than all: multipliers by level, such as segment=premium, 1 for a level without one.
 *
 * @param rate how many times as often they buy
 * @param dropout how many times the odds (BG/NBD, MBG/NBD) or the rate (Pareto/NBD) at which they drop out
 */
public record GroupEffects(Map<String, Double> rate, Map<String, Double> dropout) implements Serializable {
    /** Nobody differs. */
    public static final GroupEffects NONE = new GroupEffects(Map.of(), Map.of());
    /** Between the levels in the code of a group. */
    public static final String SEPARATOR = "|";
    /** Before the level in the name of a parameter. */
    public static final String RATE = "rate:";
    /** Before the level in the name of a parameter. */
    public static final String DROPOUT = "dropout:";

    public GroupEffects {
        rate = new TreeMap<>(rate);
        dropout = new TreeMap<>(dropout);
    }

    /** From parameters by name; others than effects are left out. */
    public static GroupEffects of(Map<String, Double> parameters) {
        return new GroupEffects(named(parameters, RATE), named(parameters, DROPOUT));
    }

    private static Map<String, Double> named(Map<String, Double> parameters, String prefix) {
        Map<String, Double> levels = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                levels.put(name.substring(prefix.length()), value);
            }
        });
        return levels;
    }

    /** The levels of a group, such as segment=premium and acquisition-channel=web. */
    static List<String> levels(String group) {
        return Arrays.asList(group.split("\\" + SEPARATOR));
    }

    /** The model of a group. */
    public PurchaseModel on(PurchaseModel base, String group) {
        return rate.isEmpty() ? base : base.shifted(sum(rate, group), sum(dropout, group));
    }

    private static double sum(Map<String, Double> multipliers, String group) {
        return levels(group).stream()
                .mapToDouble(level -> Math.log(multipliers.getOrDefault(level, 1.0)))
                .sum();
    }
}
