package io.linkage.model.clv;

import java.io.Serializable;

/**
 * One fitted parameter.
 *
 * @param name as in the paper, such as alpha
 * @param value the maximum likelihood estimate, in the parameter's own unit
 * @param standardError in the same unit; 0 where {@link Fit#singular()} says that there is none
 */
public record Estimate(String name, double value, double standardError) implements Serializable {}
