package io.linkage.model.action;

import java.util.Locale;
import java.util.Optional;

/** Why a customer gets an action, in one sentence per thought, from the figures alone. */
public final class Sentence {
    private static final double CENTS = 100;

    private Sentence() {}

    /** Of a decision. */
    public static String of(Decision decision) {
        StringBuilder text =
                new StringBuilder(decision.done().map(Sentence::sum).orElse("Nothing is done"));
        if (decision.done().isEmpty() && decision.better().isEmpty()) {
            return text.append(": no action is known to bring more than it costs.")
                    .toString();
        }
        text.append('.');
        decision.better()
                .ifPresent(better -> text.append(decision.control() ? withheld(decision) : limited(decision, better)));
        decision.alternative()
                .filter(next -> decision.limit().isEmpty() || !decision.better().equals(Optional.of(next)))
                .ifPresent(next -> text.append(" Next best: ").append(sum(next)).append('.'));
        return text.toString();
    }

    private static String withheld(Decision decision) {
        return " Left alone at random, to learn from: "
                + decision.planned().map(Sentence::sum).orElse("") + ".";
    }

    private static String limited(Decision decision, Offer better) {
        return " Not done: " + sum(better) + ", as "
                + decision.limit().map(Limit::words).orElse("") + ".";
    }

    /** What an offer is worth: keep: 4.2 % of 310.00, less 5.00, is 8.02. */
    private static String sum(Offer offer) {
        return String.format(
                Locale.ROOT,
                "%s%s: %.2f %% of %.2f, less %.2f, is %.2f (%s)",
                offer.action().code(),
                offer.subject().map(subject -> " " + subject).orElse(""),
                offer.chance() * CENTS,
                offer.stake() / CENTS,
                offer.cost() / CENTS,
                offer.value() / CENTS,
                offer.basis());
    }
}
