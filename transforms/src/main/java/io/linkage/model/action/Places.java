package io.linkage.model.action;

import io.linkage.settings.Action;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who gets the places of actions that have a capacity: those for whom the action adds most over their next best one; one for whom
 * another is worth more has no claim. Capacities are settled one after the other, in the order of actions.
 *
 * @param settled so far
 */
public record Places(List<Place> settled) implements Serializable {
    /** No action has a capacity. */
    public static final Places UNLIMITED = new Places(List.of());

    /**
     * The last rank that has a place.
     *
     * @param action with a capacity
     * @param least rank
     */
    public record Place(Action action, long least) implements Serializable {}

    /** With one more capacity settled. */
    public Places and(Action action, Spending places) {
        List<Place> more = new ArrayList<>(settled);
        more.add(new Place(action, places.least()));
        return new Places(List.copyOf(more));
    }

    /** A customer's claim to a place; empty where there is none. */
    public static Optional<Step> claim(Action action, List<Offer> offers, long customer, Round round) {
        List<Offer> allowed = Offer.allowed(offers);
        if (allowed.isEmpty() || allowed.get(0).action() != action) {
            return Optional.empty();
        }
        long added =
                allowed.get(0).value() - (allowed.size() > 1 ? allowed.get(1).value() : 0);
        long rank = Rank.of(added, 1, Rank.tie(customer, round.number()));
        return Optional.of(new Step(rank, Rank.TOP, 1, added));
    }

    /** The offers of a customer, those forbidden that have no place. */
    public List<Offer> given(List<Offer> offers, long customer, Round round) {
        List<Offer> left = offers;
        for (Place place : settled) {
            Optional<Step> claim = claim(place.action(), left, customer, round);
            if (claim.isEmpty() || claim.get().rank() < place.least()) {
                left = left.stream()
                        .map(offer -> offer.action() == place.action()
                                        && offer.limit().isEmpty()
                                ? offer.forbidden(Limit.CAPACITY)
                                : offer)
                        .toList();
            }
        }
        return left;
    }
}
