package io.linkage.model.uplift;

/**
 * Customers with one forecast, and how both arms of them responded.
 *
 * @param score forecast by which customers are put in order
 * @param treated those who were contacted
 * @param control those who were held back
 */
public record Ranked(double score, Counts treated, Counts control) {
    Ranked plus(Ranked other) {
        return new Ranked(score, treated.plus(other.treated), control.plus(other.control));
    }

    double contacts() {
        return treated.weight() + control.weight();
    }
}
