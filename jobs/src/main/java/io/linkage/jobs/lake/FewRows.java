package io.linkage.jobs.lake;

import io.linkage.jobs.lake.CheckFile.DataFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of tables that have few, read once for all steps: a join with them then opens no file and takes no Spark job of its own. Data
 * files never change, so that neither do rows kept by their names; in another shape, as after a column was added, they are others.
 */
final class FewRows {
    private static final long MOST_ROWS = 1_000;

    private final Map<Shaped, List<InternalRow>> kept = new ConcurrentHashMap<>();

    private record Shaped(List<Path> files, StructType schema) {}

    /** The rows of these files in this shape, as {@code scan} reads them. */
    Dataset<Row> of(SparkSession spark, List<DataFile> files, StructType schema, Supplier<Dataset<Row>> scan) {
        boolean few = files.stream().allMatch(DataFile::isCounted)
                && files.stream().mapToLong(DataFile::rows).sum() <= MOST_ROWS;
        if (!few) {
            return scan.get();
        }
        Shaped shaped = new Shaped(files.stream().map(DataFile::path).toList(), schema);
        var session = (org.apache.spark.sql.classic.SparkSession) spark;
        List<InternalRow> rows = kept.computeIfAbsent(shaped, any -> new FileRows(session, schema).of(files));
        return org.apache.spark.sql.classic.Dataset.ofRows(session, relation(schema.asNullable(), rows));
    }

    private static LocalRelation relation(StructType schema, List<InternalRow> rows) {
        List<Attribute> columns = List.copyOf(CollectionConverters.asJava(DataTypeUtils.toAttributes(schema)));
        return new LocalRelation(
                CollectionConverters.asScala(columns).toSeq(),
                CollectionConverters.asScala(rows).toSeq(),
                false,
                Option.empty());
    }
}
