package io.linkage.model.action;

import io.linkage.model.random.Draws;
import io.linkage.settings.Action;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Days in which the same customers are left alone: a draw per customer and action that holds for the whole round, so that what
 * follows from an action can be compared over weeks.
 *
 * @param first day of the round
 * @param days that it has
 * @param controlShare chance of being left alone, for those chosen for an action
 */
public record Round(LocalDate first, int days, double controlShare) implements Serializable {
    /** The round of a business date; rounds are counted from 1970. */
    public static Round of(LocalDate asOf, int days, double controlShare) {
        return new Round(asOf.minusDays(Math.floorMod(asOf.toEpochDay(), days)), days, controlShare);
    }

    /** Its last day. */
    public LocalDate last() {
        return first.plusDays(days - 1L);
    }

    /** Number by which draws of this round differ from others. */
    public long number() {
        return first.toEpochDay();
    }

    /** Whether a customer is left alone if chosen for the action. */
    boolean holdsBack(long customer, Action action) {
        return Draws.of(number(), "action-control-" + action.code(), customer).happens(controlShare);
    }
}
