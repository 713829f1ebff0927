package io.linkage.model.action;

import java.util.List;
import java.util.Optional;

/**
 * What is done with one customer.
 *
 * @param planned offer that the budget reaches, whether or not the customer is then left alone
 * @param control whether the customer is left alone at random
 * @param alternative the next best that is allowed
 * @param better the best of all, where something stands in its way
 * @param limit what stands in its way
 */
public record Decision(
        Optional<Offer> planned,
        boolean control,
        Optional<Offer> alternative,
        Optional<Offer> better,
        Optional<Limit> limit) {

    /**
     * For one customer.
     *
     * @param offers all there are
     * @param frontier of those that are allowed
     * @param spending of the budget
     */
    public static Decision of(long customer, List<Offer> offers, Frontier frontier, Spending spending, Round round) {
        Optional<Offer> planned = frontier.chosen(spending);
        boolean control =
                planned.isPresent() && round.holdsBack(customer, planned.get().action());
        Optional<Offer> best = Offer.worthwhile(offers).stream().findFirst();
        Optional<Offer> alternative = Offer.allowed(offers).stream()
                .filter(offer -> !planned.equals(Optional.of(offer)))
                .findFirst();
        if (best.equals(planned)) {
            return control
                    ? new Decision(planned, true, alternative, planned, Optional.of(Limit.CONTROL))
                    : new Decision(planned, false, alternative, Optional.empty(), Optional.empty());
        }
        Limit limit = best.flatMap(Offer::limit).orElse(Limit.BUDGET);
        return new Decision(planned, control, alternative, best, Optional.of(control ? Limit.CONTROL : limit));
    }

    /** What is done; empty: nothing. */
    public Optional<Offer> done() {
        return control ? Optional.empty() : planned;
    }
}
