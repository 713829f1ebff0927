package io.linkage.jobs.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts the rows of a night in the place of those that it owns in a Delta table, in one commit.
 *
 * @param folder the table
 * @param dated column that holds the business date, of a table that keeps many nights; empty where a night owns all rows
 * @param stamp the night
 */
record Replacement(Path folder, Optional<String> dated, Stamp stamp) {

    /** Makes the table with its first rows. What a killed process left of it, without a commit, goes. */
    void first(Dataset<Row> rows, Definition definition) {
        Warehouse.clear(folder);
        DeltaLog log = log(rows);
        OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.apply(new NothingYet(log)));
        transaction.updateMetadataForNewTable(definition.metadata());
        commit(transaction, rows, new ArrayList<>());
    }

    /**
     * Writes the rows. New columns are taken in; where the night owns all rows, old columns go.
     *
     * @param standing what Delta states of the newest version
     */
    void write(Dataset<Row> rows, Optional<CheckFile> standing) {
        Optional<List<AddFile>> leaving = standing.filter(check -> sameColumns(check.schema(), rows.schema()))
                .flatMap(CheckFile::files)
                .flatMap(this::leaving);
        if (leaving.isPresent()) {
            exchange(rows, leaving.get());
        } else {
            overwrite(rows);
        }
    }

    /** Delta looks itself for the files that go, by Spark jobs, and takes rows out of files. */
    private void overwrite(Dataset<Row> rows) {
        var writer = rows.write().format("delta").mode(SaveMode.Overwrite).option("userMetadata", stamp.text());
        predicate()
                .ifPresentOrElse(
                        predicate -> writer.option("replaceWhere", predicate).option("mergeSchema", "true"),
                        () -> writer.option("overwriteSchema", "true"));
        writer.save(folder.toString());
    }

    /** The same commit, where whole files go and it is known which. */
    private void exchange(Dataset<Row> rows, List<AddFile> leaving) {
        List<Action> actions = new ArrayList<>();
        leaving.forEach(file -> actions.add(file.remove()));
        commit(log(rows).startTransaction(Option.empty(), Option.empty()), rows, actions);
    }

    private DeltaLog log(Dataset<Row> rows) {
        return DeltaLog.forTable((SparkSession) rows.sparkSession(), folder.toString());
    }

    private void commit(OptimisticTransaction transaction, Dataset<Row> rows, List<Action> actions) {
        if (!NoRows.given(rows)) {
            actions.addAll(CollectionConverters.asJava(transaction.writeFiles(rows)));
        }
        var operation = new DeltaOperations.Write(
                SaveMode.Overwrite,
                Option.empty(),
                Option.apply(predicate().orElse(null)),
                Option.apply(stamp.text()),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
        transaction.commit(CollectionConverters.asScala(actions).toSeq(), operation);
    }

    /** Which rows the night owns, as SQL; empty: all of them. */
    private Optional<String> predicate() {
        return dated.map(column -> Slice.predicate(column, stamp.asOf()));
    }

    /** The files that go; empty where one of them may hold rows of other nights too. */
    private Optional<List<AddFile>> leaving(List<CheckFile.DataFile> files) {
        List<AddFile> leaving = new ArrayList<>();
        for (CheckFile.DataFile file : files) {
            Optional<String> date = dated.isEmpty() ? Optional.of(stamp.asOf().toString()) : file.only(dated.get());
            if (date.isEmpty()) {
                return Optional.empty();
            }
            if (date.get().equals(stamp.asOf().toString())) {
                leaving.add((AddFile) Action.fromJson("{\"add\":" + file.added() + "}"));
            }
        }
        return Optional.of(leaving);
    }

    /** With their comments: a changed one is written too. */
    private static boolean sameColumns(StructType standing, StructType coming) {
        return List.of(standing.fields()).stream()
                .map(Replacement::nullable)
                .toList()
                .equals(List.of(coming.fields()).stream()
                        .map(Replacement::nullable)
                        .toList());
    }

    private static StructField nullable(StructField field) {
        return new StructField(field.name(), field.dataType(), true, field.metadata());
    }
}
