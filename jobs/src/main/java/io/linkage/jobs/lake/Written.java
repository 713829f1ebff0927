package io.linkage.jobs.lake;

import java.util.List;

/**
 * What a write left behind.
 *
 * @param table name of the table
 * @param version Delta version that holds it
 * @param rows rows written
 * @param findings promises that the rows break; empty when all is well
 */
public record Written(String table, long version, long rows, List<Finding> findings) {

    /**
     * A broken promise.
     *
     * @param check what was promised
     * @param rows rows that break it
     */
    public record Finding(String check, long rows) {}
}
