package io.linkage.contract;

import java.io.Serializable;

/**
 * Two columns that tell from when to when a row holds; within the other key columns one spell follows the other.
 *
 * @param start first day; part of the key
 * @param end first day after it, or empty while it lasts
 */
public record Spell(Field start, Field end) implements Serializable {}
