package io.linkage.model.linkage;

/**
 * A measure so many periods before the outcome.
 *
 * @param measure name of the measure
 * @param lag periods before
 */
public record Lagged(String measure, int lag) {}
