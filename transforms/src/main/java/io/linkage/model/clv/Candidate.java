package io.linkage.model.clv;

import java.io.Serializable;

/**
 * A purchase model with dropout that was fitted, and what speaks for it.
 *
 * @param fit on all histories
 * @param verdict of the guard, and how it was chosen, in words
 * @param selectionError mean Poisson deviance out of time; NaN where that could not be tried
 */
public record Candidate(Fit<PurchaseModel> fit, Verdict verdict, double selectionError) implements Serializable {
    /** Its name. */
    public String name() {
        return fit.model().name();
    }
}
