package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The rows of one text file in the order of the source's columns; it ends in a stop when their number is not right. */
final class FileRows implements Iterator<Row> {
    private final Plan plan;
    private final Configuration conf;
    private final Records records;
    private long emitted;

    /**
     * What a task needs to know of its file.
     *
     * @param item the file
     * @param expected records that were counted in it
     * @param header names of its columns
     * @param columns names of the source's columns
     */
    record Plan(Delivery.Item item, long expected, List<String> header, List<String> columns, TextFormat format)
            implements Serializable {}

    FileRows(Plan plan, Configuration conf) {
        this.plan = plan;
        this.conf = conf;
        try {
            this.records = plan.format().records(Bytes.text(conf, plan.item().path()), plan.header(), plan.columns());
        } catch (IOException | UncheckedIOException e) {
            throw lost(e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            if (records.hasNext()) {
                return true;
            }
            records.close();
        } catch (UncheckedIOException e) {
            throw lost(e);
        }
        check();
        return false;
    }

    @Override
    public Row next() {
        int width = plan.columns().size();
        RowFaults faults = new RowFaults();
        Object[] values = new Object[width + 3];
        try {
            records.next(values, faults);
        } catch (UncheckedIOException e) {
            throw lost(e);
        }
        emitted++;
        values[width] = plan.item().name();
        values[width + 1] = emitted;
        values[width + 2] = faults.text();
        return RowFactory.create(values);
    }

    private void check() {
        if (emitted != plan.expected()) {
            throw Stop.data(plan.item().name() + " holds " + plan.expected() + " records, but " + emitted
                    + " were read from it" + (changed() ? " because it changed meanwhile" : "")
                    + ". Nothing of it is used. Let its delivery finish, and run the night again.");
        }
    }

    private boolean changed() {
        try {
            Path path = new Path(plan.item().path());
            FileStatus now = path.getFileSystem(conf).getFileStatus(path);
            return now.getLen() != plan.item().bytes()
                    || now.getModificationTime() != plan.item().modified();
        } catch (IOException e) {
            return true;
        }
    }

    private Stop lost(Exception cause) {
        return Stop.unreachable(
                "Reading " + plan.item().name() + " broke off after " + emitted + " records ("
                        + cause.getClass().getSimpleName() + "). Check its storage, and run the night again.",
                cause);
    }
}
