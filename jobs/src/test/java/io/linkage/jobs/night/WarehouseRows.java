package io.linkage.jobs.night;

import io.linkage.contract.Table;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.cli.Nights;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.table.ops.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What nights left in a warehouse, as text in an order of its own: what is equal as text holds the same rows.
 *
 * @param root folder of the warehouse
 */
record WarehouseRows(Path root) {

    /** The rows of every table as of a night; all but {@code ops_run}, which tells of the runs themselves. */
    Map<String, List<String>> asOf(LocalDate night) {
        Lake lake = new Lake(TestSpark.session(), new Warehouse(root), Nights.tables()).ofStep("rows");
        lake.sized(List.of());
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table table : Nights.tables()) {
            if (!table.equals(Run.TABLE)) {
                rows.put(
                        table.name(),
                        lake.read(table, night).collectAsList().stream()
                                .map(Row::toString)
                                .sorted()
                                .toList());
            }
        }
        return rows;
    }

    /** A key of pseudonyms in a folder: two warehouses have equal ones only under one key. */
    static Path key(Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));
        return Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    /** A table of the current release. */
    Dataset<Row> released(String table) {
        return TestSpark.session()
                .read()
                .parquet(root.resolve("curated/current").resolve(table).toString());
    }

    /** A table of the inner zones as it stands, such as {@code core/dim_customer}. */
    Dataset<Row> stored(String table) {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(root.resolve(table).toString());
    }

    /** Rows as their values parted by bars. */
    static List<String> lines(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> row.mkString("|"))
                .sorted()
                .toList();
    }
}
