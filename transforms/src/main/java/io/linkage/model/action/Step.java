package io.linkage.model.action;

/**
 * A move of one customer from one offer to the next dearer one that pays, in cents.
 *
 * @param rank its place among all steps
 * @param before rank of the customer's step before it, which must be taken first
 * @param cost that it adds
 * @param value that it adds
 */
public record Step(long rank, long before, long cost, long value) {}
