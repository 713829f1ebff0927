package io.linkage.model.action;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shares a budget out: steps of all customers are taken by falling value per cost until the next one is too dear (Zemel 1980:
 * the linear relaxation of the multiple-choice knapsack), then such lesser ones as what is left pays. Where to stop is found from
 * sums of steps by leading bits of their rank, a few bits at a time: customers stay where they lie.
 *
 * <p>The bound is that of the Lagrangian, price · budget + Σ max(0, value − price · cost), which no choice can exceed whatever the
 * price (Geoffrion 1974). What is lost against it is less than the value of one step, before the fill.
 */
public final class Budget {
    /** Lower bits that the sums leave out, pass by pass; at {@link Rank#TIE_BITS} steps of one ratio are alone. */
    private static final int[] PASSES = {46, Rank.TIE_BITS, 16, 0};
    /** A share of the bound that is not worth another pass. */
    private static final double SMALL = 1e-4;
    /** Lesser steps that are tried. */
    private static final int TRIED = 1000;

    private Budget() {}

    /** Steps, wherever they lie. */
    public interface Steps {
        /** Sums of the steps from one rank to below another, by what is left of the rank without its lower bits. */
        List<Heap> heaps(long from, long until, int bits);

        /** By falling rank, steps below a rank whose step before is not, and that cost no more than a sum. */
        List<Step> next(long below, long mostCost, int many);
    }

    /**
     * Steps with the same upper bits.
     *
     * @param upper those bits
     */
    public record Heap(long upper, long cost, long value) {}

    /** Spends at most so many cents. */
    public static Spending spend(Steps steps, long budget) {
        long from = 0;
        long until = Rank.TOP;
        long cost = 0;
        long value = 0;
        long bound = 0;
        double price = 0;
        for (int bits : PASSES) {
            Heap tooDear = null;
            for (Heap heap : falling(steps.heaps(from, until, bits))) {
                if (heap.cost() > budget - cost) {
                    tooDear = heap;
                    break;
                }
                cost += heap.cost();
                value += heap.value();
            }
            if (tooDear == null) {
                return new Spending(0, Set.of(), 0, cost, value, value);
            }
            from = tooDear.upper() << bits;
            until = from + (1L << bits);
            if (bits == Rank.TIE_BITS) {
                price = Rank.price(from);
                bound = value + (long) Math.ceil(price * (budget - cost));
            }
        }
        return filled(steps, budget - cost, new Spending(until, Set.of(), price, cost, value, bound));
    }

    private static Spending filled(Steps steps, long left, Spending spent) {
        if (left <= 0 || spent.gap() < SMALL) {
            return spent;
        }
        Set<Long> others = new HashSet<>();
        long cost = 0;
        long value = 0;
        List<Step> next = steps.next(spent.least(), left, TRIED);
        for (int place = 0; place < next.size(); place++) {
            Step step = next.get(place);
            if (step.cost() <= left - cost && alone(next, place)) {
                others.add(step.rank());
                cost += step.cost();
                value += step.value();
            }
        }
        return new Spending(
                spent.least(), others, spent.price(), spent.cost() + cost, spent.value() + value, spent.bound());
    }

    /** Ranks are taken, not customers: two of one rank cannot be told apart, nor can the last tried from the first that is not. */
    private static boolean alone(List<Step> steps, int place) {
        long rank = steps.get(place).rank();
        boolean first = place == 0 || steps.get(place - 1).rank() != rank;
        boolean last = place == steps.size() - 1
                ? steps.size() < TRIED
                : steps.get(place + 1).rank() != rank;
        return first && last;
    }

    private static List<Heap> falling(List<Heap> heaps) {
        return heaps.stream()
                .sorted(Comparator.comparingLong(Heap::upper).reversed())
                .toList();
    }
}
