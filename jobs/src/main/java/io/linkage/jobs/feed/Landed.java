package io.linkage.jobs.feed;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.linkage.jobs.Stop;
import io.linkage.staging.Landing;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One source's delivery, ready to be landed.
 *
 * @param rows received columns as strings under their own names, then the columns of {@link io.linkage.staging.Landing}
 * @param files facts of each file that was read
 */
public record Landed(Dataset<Row> rows, List<FileFacts> files) {

    /** Physical records of all files. */
    public long records() {
        return files.stream().mapToLong(FileFacts::records).sum();
    }

    /** The same delivery without these files. */
    public Landed without(Collection<FileFacts> passedOver) {
        if (passedOver.isEmpty()) {
            return this;
        }
        Object[] names = passedOver.stream().map(FileFacts::name).toArray();
        List<FileFacts> left =
                files.stream().filter(file -> !passedOver.contains(file)).toList();
        return new Landed(rows.filter(not(col(Landing.FILE).isin(names))), left);
    }

    /**
     * Compares what was written with what was delivered.
     *
     * @throws Stop when a record was lost or invented
     */
    public void verify(String source, long written) {
        if (written != records()) {
            throw Stop.data("Source " + source + " delivered " + records() + " records but " + written
                    + " rows were landed. Nothing of it is used. Run the night again; if it repeats, report it with "
                    + "the names of its files: "
                    + files.stream().map(FileFacts::name).toList() + ".");
        }
    }
}
