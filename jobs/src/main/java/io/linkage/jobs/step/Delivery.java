package io.linkage.jobs.step;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a source delivered to one night.
 *
 * @param rows rows as received, beside the columns of {@link io.linkage.staging.Landing}
 * @param items the files or tables they came from
 */
public record Delivery(Dataset<Row> rows, List<Item> items) {

    /**
     * One file or table.
     *
     * @param name name without folder
     * @param bytes size as delivered
     * @param contentId SHA-256 of the file as delivered; of a table its count
     * @param records physical records without the header, counted apart from Spark
     */
    public record Item(String name, long bytes, String contentId, long records) {}

    /** Physical records of all items. */
    public long records() {
        return items.stream().mapToLong(Item::records).sum();
    }
}
