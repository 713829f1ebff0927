package io.linkage.model.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The offers of one customer that some budget would choose: those on the upper hull of value over cost (Sinha and Zoltners 1979,
 * the multiple-choice knapsack). Each step from one to the next adds less per cost than the one before it.
 *
 * @param free the best offer without cost, where one is worth while
 * @param offers that cost something, in rising cost
 * @param steps to each of them
 */
public record Frontier(Optional<Offer> free, List<Offer> offers, List<Step> steps) {
    private static final Comparator<Offer> CHEAPEST_FIRST =
            Comparator.comparingLong(Offer::cost).thenComparing(Offer.BEST_FIRST);

    /**
     * Of one customer.
     *
     * @param allowed offers that nothing forbids
     * @param tie digest of the customer
     */
    static Frontier of(List<Offer> allowed, long tie) {
        Optional<Offer> free =
                allowed.stream().filter(offer -> offer.cost() == 0).min(Offer.BEST_FIRST);
        List<Offer> offers = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Offer offer : allowed.stream().sorted(CHEAPEST_FIRST).toList()) {
            if (offer.cost() > 0 && offer.value() > value(offers, free)) {
                Step step = step(offers, steps, free, offer, tie);
                while (!steps.isEmpty()
                        && step.rank() >= steps.get(steps.size() - 1).rank()) {
                    steps.remove(steps.size() - 1);
                    offers.remove(offers.size() - 1);
                    step = step(offers, steps, free, offer, tie);
                }
                offers.add(offer);
                steps.add(step);
            }
        }
        return new Frontier(free, List.copyOf(offers), List.copyOf(steps));
    }

    /** Of one customer in one round. */
    public static Frontier of(List<Offer> allowed, long customer, long round) {
        return of(allowed, Rank.tie(customer, round));
    }

    /** The offer that a spending of the budget reaches. */
    Optional<Offer> chosen(Spending spending) {
        Optional<Offer> reached = free;
        for (int place = 0;
                place < steps.size() && spending.takes(steps.get(place).rank());
                place++) {
            reached = Optional.of(offers.get(place));
        }
        return reached;
    }

    /** The most valuable offer as one step, to be ranked by value alone; empty where it costs nothing. */
    public Optional<Step> naive(long customer, long round) {
        if (offers.isEmpty()) {
            return Optional.empty();
        }
        long value = value(offers, free) - free.map(Offer::value).orElse(0L);
        long cost = offers.get(offers.size() - 1).cost();
        return Optional.of(new Step(Rank.of(value, 1, Rank.tie(customer, round)), Rank.TOP, cost, value));
    }

    private static Step step(List<Offer> offers, List<Step> steps, Optional<Offer> free, Offer to, long tie) {
        long cost = to.cost()
                - (offers.isEmpty() ? 0 : offers.get(offers.size() - 1).cost());
        long value = to.value() - value(offers, free);
        long before = steps.isEmpty() ? Rank.TOP : steps.get(steps.size() - 1).rank();
        // Two offers at one cost: only the first, better one comes this far.
        return new Step(Rank.of(value, cost, tie), before, cost, value);
    }

    private static long value(List<Offer> offers, Optional<Offer> free) {
        return offers.isEmpty()
                ? free.map(Offer::value).orElse(0L)
                : offers.get(offers.size() - 1).value();
    }
}
