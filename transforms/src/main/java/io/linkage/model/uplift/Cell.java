package io.linkage.model.uplift;

import java.util.Map;

/**
 * Customers of campaigns who are alike in everything that is looked at.
 *
 * @param part in which they are tested by models of the other parts
 * @param group segment of the company, for which an effect is measured
 * @param values by term: 1 for a word such as segment=private, the level of a number such as recency
 * @param treated those who were contacted
 * @param control those who were held back
 */
public record Cell(int part, String group, Map<String, Double> values, Counts treated, Counts control) {}
