package io.linkage.model.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Steps so few that they fit a list.
 *
 * @param steps in any order
 */
public record StepList(List<Step> steps) implements Budget.Steps {
    private static final Comparator<Step> RANKED = Comparator.comparingLong(Step::rank)
            .reversed()
            .thenComparingLong(Step::cost)
            .thenComparingLong(Step::value);

    @Override
    public List<Budget.Heap> heaps(long from, long until, int bits) {
        Map<Long, Budget.Heap> heaps = new TreeMap<>();
        for (Step step : steps) {
            if (step.rank() >= from && step.rank() < until) {
                Budget.Heap one = new Budget.Heap(step.rank() >>> bits, step.cost(), step.value());
                heaps.merge(one.upper(), one, StepList::sum);
            }
        }
        return List.copyOf(heaps.values());
    }

    @Override
    public List<Step> next(long below, long mostCost, int many) {
        return steps.stream()
                .filter(step -> step.rank() < below && step.before() >= below && step.cost() <= mostCost)
                .sorted(RANKED)
                .limit(many)
                .toList();
    }

    private static Budget.Heap sum(Budget.Heap one, Budget.Heap other) {
        return new Budget.Heap(one.upper(), one.cost() + other.cost(), one.value() + other.value());
    }
}
