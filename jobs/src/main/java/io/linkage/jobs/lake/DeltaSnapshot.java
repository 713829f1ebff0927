package io.linkage.jobs.lake;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.commands.DeletionVectorUtils$;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One version of a Delta table that somebody else writes, as its log states it.
 *
 * @param id identifier that the table keeps through all its versions
 * @param version the version
 * @param schema its columns
 * @param files data files of which the version consists
 * @param numbered whether Delta tells the position of a row in its file, which it does where rows may be taken out
 */
public record DeltaSnapshot(String id, long version, StructType schema, List<DataFile> files, boolean numbered) {

    /**
     * A data file.
     *
     * @param path full path
     * @param bytes size as the log states it
     * @param deleted rows in it that a deletion vector takes out
     */
    public record DataFile(String path, long bytes, long deleted) {}

    /** Why a version cannot be read, and what to do. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String remedy;

        Unreadable(String why, String remedy, Exception cause) {
            super(why, cause);
            this.remedy = remedy;
        }

        /** What to do. */
        public String remedy() {
            return remedy;
        }
    }

    /** A version of the table in a folder; without one the newest that there is. */
    public static DeltaSnapshot of(SparkSession spark, String folder, Optional<Long> version) throws Unreadable {
        Snapshot newest = newest(spark, folder);
        Snapshot wanted =
                version.isPresent() && version.get() != newest.version() ? earlier(newest, version.get()) : newest;
        return new DeltaSnapshot(
                wanted.metadata().id(),
                wanted.version(),
                wanted.schema(),
                files(wanted),
                DeletionVectorUtils$.MODULE$.deletionVectorsReadable(wanted.protocol(), wanted.metadata()));
    }

    /** Bytes of all data files. */
    public long bytes() {
        return files.stream().mapToLong(DataFile::bytes).sum();
    }

    /** Rows that deletion vectors take out of all data files. */
    public long deleted() {
        return files.stream().mapToLong(DataFile::deleted).sum();
    }

    private static Snapshot newest(SparkSession spark, String folder) throws Unreadable {
        try {
            Tuple2<DeltaLog, Snapshot> table = DeltaLog.forTableWithSnapshot(spark, folder);
            if (table._2().version() >= 0) {
                return table._2();
            }
        } catch (RuntimeException e) {
            throw new Unreadable(
                    "its log cannot be read (" + e.getClass().getSimpleName() + ")",
                    "Have the table restored; one written with newer features of Delta must be read by a newer Linkage",
                    e);
        }
        throw new Unreadable("its log holds no version", "Have the table written", null);
    }

    private static Snapshot earlier(Snapshot newest, long version) throws Unreadable {
        try {
            if (version < newest.version()) {
                return newest.deltaLog().getSnapshotAt(version, Option.empty(), Option.empty(), false);
            }
        } catch (RuntimeException e) {
            throw new Unreadable(
                    "version " + version + " is not kept any more", "Name a later one in options.version", e);
        }
        throw new Unreadable(
                "it has no version " + version + ", its newest is " + newest.version(),
                "Correct options.version",
                null);
    }

    private static List<DataFile> files(Snapshot snapshot) {
        return CollectionConverters.asJava(snapshot.getAllFiles(false)).stream()
                .map(file ->
                        new DataFile(file.absolutePath(snapshot.deltaLog()).toString(), file.size(), deleted(file)))
                .toList();
    }

    private static long deleted(AddFile file) {
        return file.deletionVector() == null ? 0 : file.deletionVector().cardinality();
    }
}
