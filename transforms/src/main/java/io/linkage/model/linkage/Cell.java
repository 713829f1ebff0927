package io.linkage.model.linkage;

/**
 * One unit in one period: what its people said and what came of it.
 *
 * @param unit the unit
 * @param cluster units that share what else happens to them, such as a region; the unit itself where none is known
 * @param period number of the period; a lag of 1 looks at the number before
 * @param people fewest people behind any of the values
 * @param values one per measure of the panel; NaN where not known
 */
public record Cell(String unit, String cluster, int period, long people, double... values) {}
