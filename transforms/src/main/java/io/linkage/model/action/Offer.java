package io.linkage.model.action;

import io.linkage.settings.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One action that one customer could get, in whole cents.
 *
 * @param action what would be done
 * @param subject what it is about, such as a product family
 * @param basis what the chance rests on
 * @param chance that the action brings the stake about; below 0 where a campaign did harm
 * @param stake margin that is then won
 * @param cost of the action
 * @param until last day on which it makes sense, counted from 1970
 * @param limit that forbids it
 */
public record Offer(
        Action action,
        Optional<String> subject,
        String basis,
        double chance,
        long stake,
        long cost,
        long until,
        Optional<Limit> limit) {
    /** The most valuable first; of two alike the cheaper one, then by the order of actions. */
    public static final Comparator<Offer> BEST_FIRST = Comparator.comparingLong(Offer::value)
            .reversed()
            .thenComparingLong(Offer::cost)
            .thenComparing(Offer::action);

    /** Expected margin less cost. */
    public long value() {
        return Math.round(chance * stake) - cost;
    }

    /** The same offer, forbidden. */
    public Offer forbidden(Limit by) {
        return new Offer(action, subject, basis, chance, stake, cost, until, Optional.of(by));
    }

    /** Those that bring more than they cost, the most valuable first. */
    public static List<Offer> worthwhile(List<Offer> offers) {
        return sorted(offers.stream().filter(offer -> offer.value() > 0));
    }

    /** Those of them that nothing forbids. */
    public static List<Offer> allowed(List<Offer> offers) {
        return sorted(offers.stream()
                .filter(offer -> offer.value() > 0 && offer.limit().isEmpty()));
    }

    private static List<Offer> sorted(Stream<Offer> offers) {
        return offers.sorted(BEST_FIRST).toList();
    }
}
