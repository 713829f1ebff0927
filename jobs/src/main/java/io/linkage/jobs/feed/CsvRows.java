package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.CsvOptions;
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

/** The rows of one CSV file in the order of the source's columns; it ends in a stop when their number is not right. */
final class CsvRows implements Iterator<Row> {
    private final Plan plan;
    private final Configuration conf;
    private final CsvRecords records;
    private long emitted;

    /**
     * What a task needs to know of its file.
     *
     * @param item the file
     * @param expected records that were counted in it
     * @param fields fields that each of its records has
     * @param targets column of the source for each field, by position
     * @param width number of columns of the source
     */
    record Plan(Delivery.Item item, long expected, int fields, int[] targets, int width, CsvOptions options)
            implements Serializable {}

    CsvRows(Plan plan, Configuration conf) {
        this.plan = plan;
        this.conf = conf;
        try {
            this.records = new CsvRecords(Bytes.text(conf, plan.item().path()), plan.options());
        } catch (IOException e) {
            throw lost(e);
        }
        if (plan.options().header() && hasRecord()) {
            records.next();
        }
    }

    @Override
    public boolean hasNext() {
        if (hasRecord()) {
            return true;
        }
        records.close();
        check();
        return false;
    }

    @Override
    public Row next() {
        List<String> fields = record();
        emitted++;
        RowFaults faults = new RowFaults();
        Object[] values = new Object[plan.width() + 3];
        if (fields.size() != plan.fields()) {
            faults.add(RowFaults.Kind.FIELD_COUNT);
        }
        for (int index = 0; index < Math.min(fields.size(), plan.fields()); index++) {
            values[plan.targets()[index]] = faults.clean(text(fields, index));
        }
        values[plan.width()] = plan.item().name();
        values[plan.width() + 1] = emitted;
        values[plan.width() + 2] = faults.text();
        return RowFactory.create(values);
    }

    /** Fields beyond the last column are kept with it: the row is quarantined, and nothing of it is lost. */
    private String text(List<String> fields, int index) {
        boolean surplus = index == plan.fields() - 1 && fields.size() > plan.fields();
        return surplus
                ? String.join(
                        plan.options().whitespace() ? " " : plan.options().delimiter(),
                        fields.subList(index, fields.size()))
                : fields.get(index);
    }

    private boolean hasRecord() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw lost(e);
        }
    }

    private List<String> record() {
        try {
            return records.next();
        } catch (UncheckedIOException e) {
            throw lost(e);
        }
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
