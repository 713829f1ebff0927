package io.linkage.jobs.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/**
 * One Parquet file by its footer.
 *
 * @param facts what it holds
 * @param schema its columns as Spark types
 * @param before rows before each of its row groups, by the middle byte of the group
 */
record ParquetFile(FileFacts facts, StructType schema, NavigableMap<Long, Long> before) {

    /** Reads the footer, and the bytes for their digest where it is asked for. */
    static ParquetFile of(Configuration conf, Delivery.Item item, boolean digest) throws BadFile, IOException {
        if (item.bytes() == 0) {
            throw new BadFile(item.name(), "EMPTY", "it has 0 bytes", "Have it delivered again");
        }
        try (ParquetFileReader reader = ParquetFileReader.open(conf, new Path(item.path()))) {
            StructType schema = new ParquetToSparkSchemaConverter(SQLConf.get())
                    .convert(reader.getFileMetaData().getSchema());
            String sha256 = digest ? sha256(conf, item) : "";
            List<String> names = Arrays.asList(schema.fieldNames());
            return new ParquetFile(
                    new FileFacts(item.name(), item.bytes(), sha256, reader.getRecordCount(), 0, names),
                    schema,
                    before(reader.getRowGroups()));
        } catch (RuntimeException e) {
            throw new BadFile(
                    item.name(),
                    "MAGIC",
                    "it is no whole Parquet file, its footer cannot be read",
                    "Have it delivered again");
        }
    }

    private static NavigableMap<Long, Long> before(List<BlockMetaData> groups) {
        NavigableMap<Long, Long> before = new TreeMap<>();
        long rows = 0;
        for (BlockMetaData group : groups) {
            before.put(group.getStartingPos() + group.getCompressedSize() / 2, rows);
            rows += group.getRowCount();
        }
        return before;
    }

    private static String sha256(Configuration conf, Delivery.Item item) throws IOException {
        try (InputStream raw = Bytes.raw(conf, item.path())) {
            MessageDigest digest = Bytes.sha256();
            new DigestInputStream(raw, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
