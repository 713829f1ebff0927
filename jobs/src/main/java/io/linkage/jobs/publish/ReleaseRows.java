package io.linkage.jobs.publish;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.lake.PlainRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of a release, read without a Spark session.
 *
 * @param folder the release
 * @param manifest what it holds
 */
public record ReleaseRows(Path folder, Manifest manifest) {

    /** A release by its folder. */
    public static ReleaseRows of(Path folder) throws IOException {
        return new ReleaseRows(folder, Manifest.read(folder));
    }

    /** Business date of the release. */
    public LocalDate asOf() {
        return LocalDate.parse(manifest.businessDate());
    }

    /** Rows of all nights of a table of few rows; none where the release has no such table. */
    public List<PlainRow> all(Table table) {
        List<PlainRow> rows = new ArrayList<>();
        read(table, table.fields(), null, null, rows::add);
        return rows;
    }

    /** Rows of the release's night of a table of few rows. */
    public List<PlainRow> tonight(Table table, Field date) {
        List<PlainRow> rows = new ArrayList<>();
        read(table, table.fields(), date, asOf(), rows::add);
        return rows;
    }

    /** Hands over each row of the release's night, of a table that may have a row for each customer. */
    public void eachTonight(Table table, List<Field> columns, Field date, Consumer<PlainRow> taker) {
        read(table, columns, date, asOf(), taker);
    }

    private void read(Table table, List<Field> columns, Field date, LocalDate day, Consumer<PlainRow> taker) {
        if (manifest.tables().stream().noneMatch(entry -> entry.table().equals(table.name()))) {
            return;
        }
        try {
            PlainRows.each(folder.resolve(table.name()), columns, date, day, taker);
        } catch (IOException fault) {
            throw Stop.unreachable(
                    "Table " + table.name() + " of " + folder + " cannot be read: " + fault.getMessage()
                            + ". See that the folder may be read and that the release was not removed meanwhile, then"
                            + " run the same command again.",
                    fault);
        }
    }
}
