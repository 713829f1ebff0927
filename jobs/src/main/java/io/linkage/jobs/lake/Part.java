package io.linkage.jobs.lake;

import io.linkage.contract.Field;

/**
 * One value of a column by which a step replaces only its own rows of a shared table.
 *
 * @param field column of the table
 * @param value a plain name
 */
public record Part(Field field, String value) {
    public Part {
        if (!value.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException("A part of " + field.path() + " must be a plain name");
        }
    }
}
