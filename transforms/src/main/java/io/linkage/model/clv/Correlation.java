package io.linkage.model.clv;

import java.io.Serializable;

/**
 * How two estimates move together, from the curvature of the likelihood; that of their logarithms is the same.
 *
 * @param one name of a parameter
 * @param other name of another
 * @param value -1 to 1
 */
public record Correlation(String one, String other, double value) implements Serializable {}
