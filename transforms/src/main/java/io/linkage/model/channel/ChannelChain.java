package io.linkage.model.channel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * First-order Markov chain of touches (Anderl, Becker, von Wangenheim and Schumann 2016, IJRM 33(3)), solved exactly. With Q the
 * chances from channel to channel, N = (I - Q)^-1 counts visits; N times the chances of an order after a channel gives p, the
 * chance of an order from it. A path meets channel s with the chance h_s = visits_s / N_ss, so that without s, where whoever would
 * reach it is lost, h_s p_s of the orders are lost: no channel has to be taken out and the chain solved again.
 */
public final class ChannelChain {
    private final List<String> channels;
    private final double[] lost;
    private final double orders;

    private ChannelChain(List<String> channels, double[] lost, double orders) {
        this.channels = channels;
        this.lost = lost;
        this.orders = orders;
    }

    /** Of counted steps, in any order; every channel that is reached must be left, for another or for an end. */
    public static ChannelChain of(Collection<Step> steps) {
        TreeSet<String> names = new TreeSet<>();
        Map<String, Double> left = new TreeMap<>();
        for (Step step : steps) {
            left.merge(step.from(), (double) step.times(), Double::sum);
            if (!step.from().equals(Step.START)) {
                names.add(step.from());
            }
        }
        List<String> channels = List.copyOf(names);
        int size = channels.size();
        if (size == 0) {
            return new ChannelChain(channels, new double[0], 0);
        }
        double[] first = new double[size];
        double[] ends = new double[size];
        RealMatrix stays = MatrixUtils.createRealIdentityMatrix(size);
        for (Step step : steps) {
            double chance = step.times() / left.get(step.from());
            int from = channels.indexOf(step.from());
            int to = channels.indexOf(step.to());
            if (from < 0 && to >= 0) {
                first[to] += chance;
            } else if (from >= 0 && to >= 0) {
                stays.addToEntry(from, to, -chance);
            } else if (from >= 0 && step.to().equals(Step.ORDER)) {
                ends[from] += chance;
            }
        }
        return solved(
                channels, first, ends, new LUDecomposition(stays).getSolver().getInverse());
    }

    private static ChannelChain solved(List<String> channels, double[] first, double[] ends, RealMatrix visits) {
        double[] met = visits.preMultiply(first);
        double[] chances = visits.operate(ends);
        double[] lost = new double[first.length];
        double orders = 0;
        for (int channel = 0; channel < first.length; channel++) {
            lost[channel] = met[channel] / visits.getEntry(channel, channel) * chances[channel];
            orders += first[channel] * chances[channel];
        }
        return new ChannelChain(channels, lost, orders);
    }

    /** Chance that a path ends with an order. */
    public double orderProbability() {
        return orders;
    }

    /** For each channel the share of orders that would be lost without it; 0 where there are no orders. */
    public Map<String, Double> removalEffects() {
        Map<String, Double> effects = new TreeMap<>();
        for (int channel = 0; channel < lost.length; channel++) {
            effects.put(channels.get(channel), orders > 0 ? lost[channel] / orders : 0);
        }
        return effects;
    }

    /** A total shared out in proportion to removal effects; nothing where no channel has any. */
    public Map<String, Double> credits(double total) {
        Map<String, Double> effects = removalEffects();
        double sum = effects.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> credits = new TreeMap<>();
        effects.forEach((channel, effect) -> credits.put(channel, sum > 0 ? total * effect / sum : 0));
        return credits;
    }
}
