package io.linkage.jobs.lake;

import io.linkage.jobs.lake.CheckFile.DataFile;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.PartitioningUtils;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of data files, read by this process itself as a task of Spark reads them: no plan, no job.
 *
 * @param spark session whose settings the reader takes
 * @param schema columns, those of the folders' names too
 */
record FileRows(SparkSession spark, StructType schema) {
    private static final scala.collection.immutable.Map<String, String> ROW_BY_ROW =
            Map$.MODULE$.<String, String>empty().updated("returning_batch", "false");

    /** All rows of the files, at least one, in their order. */
    List<InternalRow> of(List<DataFile> files) {
        StructType inFolders = part(files.get(0), true);
        StructType inFiles = part(files.get(0), false);
        StructType read = new StructType(Stream.of(inFiles, inFolders)
                .flatMap(part -> Stream.of(part.fields()))
                .toArray(StructField[]::new));
        Function1<PartitionedFile, Iterator<InternalRow>> reader = new ParquetFileFormat()
                .buildReaderWithPartitionValues(
                        spark,
                        inFiles,
                        inFolders,
                        inFiles,
                        CollectionConverters.asScala(List.<Filter>of()).toSeq(),
                        ROW_BY_ROW,
                        spark.sessionState().newHadoopConf());
        List<InternalRow> rows = new ArrayList<>();
        for (DataFile file : files) {
            Iterator<InternalRow> each = reader.apply(whole(file, inFolders));
            while (each.hasNext()) {
                rows.add(kept(each.next(), read));
            }
        }
        return rows;
    }

    /** Columns that the folders' names hold, or those that the files hold. */
    private StructType part(DataFile any, boolean named) {
        return new StructType(Stream.of(schema.fields())
                .filter(field -> any.folder(field.name()).isPresent() == named)
                .toArray(StructField[]::new));
    }

    private static PartitionedFile whole(DataFile file, StructType inFolders) {
        Object[] values = Stream.of(inFolders.fields())
                .map(field -> PartitioningUtils.castPartValueToDesiredType(
                        field.dataType(), file.folder(field.name()).orElseThrow(), ZoneOffset.UTC))
                .toArray();
        return new PartitionedFile(
                new GenericInternalRow(values),
                SparkPath.fromUri(file.path().toUri()),
                0,
                file.bytes(),
                new String[0],
                0,
                file.bytes(),
                Map$.MODULE$.empty());
    }

    /** A row of its own, as the reader gives each row in the same place, with the columns in their order. */
    private InternalRow kept(InternalRow row, StructType read) {
        Object[] values = new Object[schema.length()];
        for (int column = 0; column < values.length; column++) {
            StructField field = schema.fields()[column];
            int place = read.fieldIndex(field.name());
            // Where there is no value, the reader's row would give the one of an older row.
            values[column] = row.isNullAt(place) ? null : InternalRow.copyValue(row.get(place, field.dataType()));
        }
        return new GenericInternalRow(values);
    }
}
