package io.linkage.jobs.feed;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Rows of Parquet files with the number of their record, where Spark does not tell it: a task reads a stretch of a file
 * in order, and the footer tells how many rows stand before it.
 */
final class NumberedRows implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Place place;
    private String file;
    private long from = -1;
    private long number;

    /**
     * Where the rows tell their place, and what stands before it.
     *
     * @param name position of the file's name
     * @param start position of the first byte of the stretch, in whose place the number is put
     * @param before rows before a row group, by file and the middle byte of the group
     */
    record Place(int name, int start, Map<String, NavigableMap<Long, Long>> before) implements Serializable {}

    private NumberedRows(Iterator<Row> rows, Place place) {
        this.rows = rows;
        this.place = place;
    }

    /** The rows, each with the number of its record from 1. */
    static JavaRDD<Row> of(JavaRDD<Row> rows, Place place) {
        return rows.mapPartitions(part -> new NumberedRows(part, place));
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Row next() {
        Row row = rows.next();
        String name = row.getString(place.name());
        long start = row.getLong(place.start());
        if (!name.equals(file) || start != from) {
            file = name;
            from = start;
            number = before(name, start);
        }
        number++;
        Object[] values = new Object[row.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = index == place.start() ? (Object) number : row.get(index);
        }
        return RowFactory.create(values);
    }

    /** A stretch holds the row groups whose middle lies in it. */
    private long before(String name, long start) {
        Map.Entry<Long, Long> first = place.before().get(name).ceilingEntry(start);
        return first == null ? 0 : first.getValue();
    }
}
