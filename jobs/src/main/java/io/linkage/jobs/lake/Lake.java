package io.linkage.jobs.lake;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The tables of a warehouse, as Delta: read as of a business date, replaced whole or by slice in one commit. */
public final class Lake {
    private static final long SMALL_ROWS = 200_000;
    private static final Map<String, String> SMALL = Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.shuffle.partitions", "1");

    private final SparkSession spark;
    private final Warehouse warehouse;
    private final Map<String, Table> tables;
    private final History history;
    private final Known known;
    private final FewRows few;
    private final long smallBytes;

    /** The lake of one warehouse and the tables it may hold, all of them small. */
    public Lake(SparkSession spark, Warehouse warehouse, List<Table> tables) {
        this(spark, warehouse, tables, Long.MAX_VALUE);
    }

    /** The same, with the size in bytes below which a table is small: see {@link #sized}. */
    public Lake(SparkSession spark, Warehouse warehouse, List<Table> tables, long smallBytes) {
        this(
                spark,
                warehouse,
                tables.stream().collect(Collectors.toMap(Table::name, Function.identity())),
                smallBytes,
                new History(),
                new Known(),
                new FewRows());
    }

    private Lake(
            SparkSession spark,
            Warehouse warehouse,
            Map<String, Table> tables,
            long smallBytes,
            History history,
            Known known,
            FewRows few) {
        this.spark = spark;
        // A night without rows is a night too: its commit says so, and what was known before it is not read instead.
        spark.conf().set("spark.databricks.delta.skipRecordingEmptyCommits", "false");
        this.warehouse = warehouse;
        this.tables = tables;
        this.smallBytes = smallBytes;
        this.history = history;
        this.known = known;
        this.few = few;
    }

    /**
     * The same lake for one step: with a session whose settings are its own, so that steps can run side by side, on a thread whose
     * jobs bear the step's name. Spark's pages show it; and Spark need not look at the thread's stack for a name of each job.
     */
    public Lake ofStep(String name) {
        SparkContext context = spark.sparkContext();
        context.setJobDescription(name);
        context.setCallSite(name);
        context.setLocalProperty("callSite.long", name);
        SparkSession own = spark.newSession();
        SparkSession.setActiveSession(own);
        return new Lake(own, warehouse, tables, smallBytes, history, known, few);
    }

    /** The session that reads and writes. */
    public SparkSession spark() {
        return spark;
    }

    /** Where things lie. */
    public Warehouse warehouse() {
        return warehouse;
    }

    /** Whether the table has been made. */
    public boolean exists(Table table) {
        return version(table).isPresent();
    }

    /** Newest Delta version; empty where the table has not been made. */
    public OptionalLong version(Table table) {
        return history.newest(warehouse.table(table));
    }

    /** Delta version that {@link #read} takes for a business date; empty where there is none. */
    public OptionalLong version(Table table, LocalDate asOf) {
        return table.slice() != null
                ? version(table)
                : history.latest(warehouse.table(table), asOf).stream()
                        .mapToLong(History.Commit::version)
                        .findFirst();
    }

    /**
     * Prepares the session for work on these tables. Where all are small, compiling code for a plan, parting its rows and
     * planning again on the way cost more than they save: such plans are interpreted as they are, in one part.
     */
    public void sized(Collection<Table> inputs) {
        sizedFor(inputs.stream().map(warehouse::table).distinct().collect(Collectors.toMap(table -> table, one -> 1)));
    }

    /** The same for folders of the landing zone, each with the number of rows that a record in it gives. */
    public void sizedFor(Map<Path, Integer> folders) {
        // Rows that are much alike take few bytes and much work.
        long rows = folders.entrySet().stream()
                .mapToLong(folder -> history.rows(folder.getKey()) * folder.getValue())
                .sum();
        boolean small =
                rows < SMALL_ROWS && folders.keySet().stream().allMatch(folder -> history.bytes(folder) < smallBytes);
        SparkConf given = spark.sparkContext().getConf();
        SMALL.forEach((key, value) -> {
            if (small) {
                spark.conf().set(key, value);
            } else if (given.contains(key)) {
                spark.conf().set(key, given.get(key));
            } else {
                spark.conf().unset(key);
            }
        });
    }

    /** Business date of the latest night before this one that wrote the table; empty where none did. */
    public Optional<LocalDate> nightBefore(Table table, LocalDate asOf) {
        return history.latest(warehouse.table(table), asOf.minusDays(1)).map(History.Commit::asOf);
    }

    /** Whether the night of this very date wrote the table. */
    public boolean writtenOn(Table table, LocalDate asOf) {
        return history.latest(warehouse.table(table), asOf)
                .filter(commit -> commit.asOf().equals(asOf))
                .isPresent();
    }

    /**
     * What was known at the end of a business date. A table kept by slice gives all slices up to that date, another one
     * the version of the latest night up to it; a table not made yet gives no rows.
     */
    public Dataset<Row> read(Table table, LocalDate asOf) {
        if (table.slice() != null) {
            return exists(table) ? load(table).where(table.slice().col().leq(functions.lit(asOf))) : none(table);
        }
        return version(warehouse.table(table), asOf)
                .map(rows -> conform(table, rows))
                .orElseGet(() -> none(table));
    }

    /** The rows as they stand, whichever night wrote them; none where the table was never made. */
    public Dataset<Row> newest(Table table) {
        return exists(table) ? load(table) : none(table);
    }

    /** No rows, in the shape of the contract. */
    public Dataset<Row> none(Table table) {
        return spark.createDataFrame(List.of(), table.schema());
    }

    /**
     * Replaces the table, or of a table kept by slice the slice of the business date, in one commit; judges the rows on
     * their way.
     */
    public Written write(Table table, Dataset<Row> rows, Stamp stamp) {
        Slice slice = new Slice(table, stamp.asOf());
        Dataset<Row> shaped = table.shape(rows);
        if (NoRows.proven(shaped)) {
            replace(table, none(table), stamp);
            return new Written(table.name(), version(table).orElseThrow(), 0, List.of());
        }
        Judge judge = new Judge(slice, referred(table));
        replace(table, judge.watch(fewFiles(shaped)), stamp);
        return judge.verdict(version(table).orElseThrow(), this);
    }

    private void replace(Table table, Dataset<Row> rows, Stamp stamp) {
        Optional<String> dated = Optional.ofNullable(table.slice()).map(Field::name);
        replace(warehouse.table(table), Definition.of(table), dated, rows, stamp);
    }

    /** Puts rows in the place of those of a night, which are all or those of its date; makes the table where there is none. */
    void replace(Path folder, Definition definition, Optional<String> dated, Dataset<Row> rows, Stamp stamp) {
        Replacement replacement = new Replacement(folder, dated, stamp);
        history.newest(folder)
                .ifPresentOrElse(
                        newest -> replacement.write(rows, CheckFile.of(folder, newest)),
                        () -> replacement.first(rows, definition));
    }

    /** What this process knows of the values in tables. */
    Known known() {
        return known;
    }

    private Set<String> referred(Table table) {
        return tables.values().stream()
                .flatMap(other -> other.references().stream())
                .map(Field::target)
                .filter(target -> target.table().equals(table.name()))
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    /** Rows of the newest commit, whatever its date. */
    Dataset<Row> load(Table table) {
        Path folder = warehouse.table(table);
        return conform(table, rows(folder, history.newest(folder).orElseThrow()));
    }

    /**
     * Rows of a version. Where Delta has listed its files they are read as the Parquet files they are: the list is complete,
     * as no table of ours has rows taken out of files or columns under other names.
     */
    Dataset<Row> rows(Path folder, long version) {
        Optional<CheckFile> check = CheckFile.of(folder, version);
        return check.flatMap(CheckFile::files)
                .map(files -> listed(folder, check.get().schema(), files))
                .orElseGet(() -> spark.read()
                        .format("delta")
                        .option("versionAsOf", version)
                        .load(folder.toString()));
    }

    private Dataset<Row> listed(Path folder, StructType schema, List<CheckFile.DataFile> files) {
        if (files.isEmpty()) {
            return spark.createDataFrame(List.of(), schema);
        }
        return few.of(spark, files, schema, () -> scanned(folder, schema, files));
    }

    private Dataset<Row> scanned(Path folder, StructType schema, List<CheckFile.DataFile> files) {
        Column[] columns = Stream.of(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
        return spark.read()
                .schema(schema)
                .option("basePath", folder.toString())
                .parquet(files.stream().map(file -> file.path().toString()).toArray(String[]::new))
                .select(columns);
    }

    /** Newest version of the table that a reference points to; empty where it has not been made. */
    OptionalLong versionOf(Field target) {
        Table table = tables.get(target.table());
        return table == null ? OptionalLong.empty() : version(table);
    }

    /** The values that a reference may take, as column {@code known}; none where its table has not been made. */
    Optional<Dataset<Row>> values(Field target, LocalDate asOf) {
        return Optional.ofNullable(tables.get(target.table()))
                .filter(this::exists)
                .map(table -> read(table, asOf).select(target.col().as("known")));
    }

    /** Rows of a folder at the version that holds a business date. */
    Optional<Dataset<Row>> version(Path folder, LocalDate asOf) {
        return history.latest(folder, asOf).map(commit -> rows(folder, commit.version()));
    }

    /** A column that the contract gained since reads as empty; one that it lost is not seen. */
    private static Dataset<Row> conform(Table table, Dataset<Row> rows) {
        List<String> present = List.of(rows.columns());
        Column[] columns = table.fields().stream()
                .map(field -> present.contains(field.name()) ? field.col() : field.unknown())
                .toArray(Column[]::new);
        return present.equals(table.names()) ? rows : rows.select(columns);
    }

    /** On one machine as many files as it has cores; a cluster decides by size. */
    private Dataset<Row> fewFiles(Dataset<Row> rows) {
        return spark.sparkContext().isLocal()
                ? rows.coalesce(spark.sparkContext().defaultParallelism())
                : rows;
    }
}
