package io.linkage.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.column.statistics.IntStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What a Parquet file says of itself in its footer.
 *
 * @param path the file
 * @param rows rows in it
 * @param schema columns with types and comments
 * @param dates least and greatest day of each date column that has one
 */
public record ParquetFile(Path path, long rows, StructType schema, Map<String, Days> dates) {
    private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

    /** First and last day, both included. */
    public record Days(LocalDate first, LocalDate last) {
        /** The days of both. */
        public Days with(Days other) {
            return new Days(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    /** Reads the footer. */
    public static ParquetFile open(Path path) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(path))) {
            ParquetMetadata footer = reader.getFooter();
            refuseOldMoments(path, footer);
            String schema = footer.getFileMetaData().getKeyValueMetaData().get(SPARK_SCHEMA);
            return new ParquetFile(
                    path, reader.getRecordCount(), (StructType) DataType.fromJson(schema), dates(footer));
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot read the Parquet file " + path, fault);
        }
    }

    /** Moments of 96 bits are deprecated, and many readers refuse them. */
    private static void refuseOldMoments(Path path, ParquetMetadata footer) {
        for (Type field : footer.getFileMetaData().getSchema().getFields()) {
            if (field.isPrimitive() && field.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
                throw new IllegalStateException("Column " + field.getName() + " of " + path + " was written as INT96;"
                        + " leave spark.sql.parquet.outputTimestampType at TIMESTAMP_MICROS");
            }
        }
    }

    private static Map<String, Days> dates(ParquetMetadata footer) {
        Map<String, Days> dates = new LinkedHashMap<>();
        for (BlockMetaData block : footer.getBlocks()) {
            for (ColumnChunkMetaData column : block.getColumns()) {
                Statistics<?> values = column.getStatistics();
                if (column.getPrimitiveType().getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation
                        && values instanceof IntStatistics days
                        && days.hasNonNullValue()) {
                    Days found = new Days(LocalDate.ofEpochDay(days.getMin()), LocalDate.ofEpochDay(days.getMax()));
                    dates.merge(column.getPath().toDotString(), found, Days::with);
                }
            }
        }
        return dates;
    }
}
