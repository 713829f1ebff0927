package io.linkage.model.action.spark;

import io.linkage.model.action.Places;
import io.linkage.model.action.Spending;
import java.util.Optional;

/**
 * How the night shares out what is scarce.
 *
 * @param places of actions with a capacity
 * @param spending of the budget
 * @param budget in cents; empty where there is none
 * @param naive value, in cents, of the same budget spent on the most valuable actions first
 */
record Plan(Places places, Spending spending, Optional<Long> budget, long naive) {
    static Plan unlimited(Places places) {
        return new Plan(places, Spending.UNLIMITED, Optional.empty(), 0);
    }
}
