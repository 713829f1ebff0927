package io.linkage.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.linkage.jobs.TestSpark;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FewRowsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    /** Every type of column, with and without values: rows with none come after rows with some, in the same file. */
    private static final String ROWS = """
            SELECT id AS row_number,
              if(id % 2 = 0, 'é' || id, NULL) AS text, if(id % 2 = 0, CAST(id AS INT), NULL) AS whole,
              if(id % 2 = 0, id / 3.0D, NULL) AS number, if(id % 2 = 0, true, NULL) AS flag,
              if(id % 2 = 0, CAST(id AS DECIMAL(9, 2)), NULL) AS price,
              if(id % 2 = 0, CAST(id AS DECIMAL(38, 6)), NULL) AS amount,
              if(id % 2 = 0, DATE '1899-12-31', NULL) AS day,
              if(id % 2 = 0, TIMESTAMP '2026-03-02 23:59:59.000001', NULL) AS moment,
              if(id % 2 = 0, array('a', NULL), NULL) AS several, DATE '2026-03-01' + CAST(id % 3 AS INT) AS night
            FROM range(0, 9, 1, 2)
            """;

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(TestSpark.session(), new Warehouse(folder), List.of());
    }

    @Test
    void areTheRowsThatWereWritten() {
        write("plain", List.of());

        assertThat(texts(read("plain"))).isEqualTo(texts(rows()));
        assertThat(read("plain").schema()).isEqualTo(rows().schema().asNullable());
    }

    @Test
    void columnsOfFoldersAreAmongThem() {
        write("parted", List.of("night"));

        assertThat(texts(read("parted"))).isEqualTo(texts(rows()));
    }

    @Test
    void aTableMayBeJoinedWithItself() {
        write("plain", List.of());
        Dataset<Row> left = read("plain");
        Dataset<Row> right = read("plain");

        assertThat(left.join(right, left.col("row_number").equalTo(right.col("row_number")))
                        .count())
                .isEqualTo(9);
    }

    @Test
    void theSameFilesInAnotherShapeAreOtherRows() {
        write("plain", List.of());
        CheckFile check = CheckFile.of(folder.resolve("plain"), 0).orElseThrow();
        FewRows few = new FewRows();

        for (StructType schema : List.of(check.schema(), check.schema().add("later", "string"))) {
            Dataset<Row> read =
                    few.of(lake.spark(), check.files().orElseThrow(), schema, () -> fail("These are few rows."));
            assertThat(read.collectAsList())
                    .allSatisfy(row -> assertThat(row.size()).isEqualTo(schema.size()));
            assertThat(read.schema().fieldNames()).isEqualTo(schema.fieldNames());
        }
    }

    @Test
    void areReadAndCountedWithoutAJob() {
        write("plain", List.of());
        SparkContext context = lake.spark().sparkContext();

        context.setJobGroup("few", "few", false);
        List<Row> found = read("plain").collectAsList();
        long counted = PlainParquet.count(read("plain").select("text"));
        context.clearJobGroup();

        assertThat(found).hasSize(9);
        assertThat(counted).isEqualTo(9);
        assertThat(context.statusTracker().getJobIdsForGroup("few")).isEmpty();
    }

    private void write(String table, List<String> folders) {
        Definition definition = new Definition(rows().schema(), "rows of a test", Map.of(), folders);
        lake.replace(folder.resolve(table), definition, Optional.empty(), rows(), new Stamp("test", MONDAY));
    }

    private Dataset<Row> read(String table) {
        return lake.version(folder.resolve(table), MONDAY).orElseThrow();
    }

    private static Dataset<Row> rows() {
        SparkSession spark = TestSpark.session();
        return spark.sql(ROWS);
    }

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}
