package io.linkage.jobs.demo;

import static org.apache.spark.sql.functions.col;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The files that the silos export. */
final class Exports {
    private static final String PART = Surveys.QUARTER + "=";

    private Exports() {}

    /** The marketing silo as one Parquet folder per table. */
    static void marketing(SparkSession spark, World world, Path folder) {
        Stream.concat(MarketingDatabase.OF_CUSTOMERS.stream(), MarketingDatabase.SMALL.stream())
                .forEach(table -> parquet(table, spark, world, folder.resolve("marketing")));
    }

    /** One CSV file a quarter, sorted: the export does not show how Spark parted the work. */
    static void survey(SparkSession spark, World world, Path folder) {
        Path parts = folder.resolve("survey").resolve("parts");
        Dataset<Row> answers = Surveys.TABLE.rows(spark, world);
        answers.repartition(spark.sparkContext().defaultParallelism(), col(Surveys.QUARTER))
                .sortWithinPartitions(Surveys.QUARTER, "survey", "respondent", "question")
                .write()
                .option("header", true)
                .option("escape", "\"")
                .option("ignoreLeadingWhiteSpace", false)
                .option("ignoreTrailingWhiteSpace", false)
                .partitionBy(Surveys.QUARTER)
                .csv(parts.toString());
        gather(parts);
    }

    private static void gather(Path parts) {
        try (Stream<Path> quarters = Files.list(parts)) {
            for (Path quarter : quarters.filter(Files::isDirectory).toList()) {
                String name = quarter.getFileName().toString().substring(PART.length());
                try (Stream<Path> files = Files.list(quarter)) {
                    Path file = files.filter(
                                    path -> path.getFileName().toString().startsWith("part-"))
                            .findFirst()
                            .orElseThrow();
                    Files.move(file, parts.resolveSibling("survey-" + name + ".csv"));
                }
            }
            Folders.remove(parts);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static void wallet(SparkSession spark, World world, Path folder) {
        parquet(Wallets.TABLE, spark, world, folder.resolve("survey"));
    }

    /** What was planted, where it grows with the customers. */
    static void truth(SparkSession spark, World world, Path folder) {
        for (DemoTable table : List.of(Identities.TABLE, FaultyRows.TABLE, Wallet.TABLE, TrueCustomers.TABLE)) {
            table.rows(spark, world)
                    .write()
                    .parquet(folder.resolve(Truth.FOLDER).resolve(table.name()).toString());
        }
    }

    static void staff(SparkSession spark, World world, Path folder) {
        Path hr = folder.resolve("hr");
        csv(Employees.TABLE, world, hr);
        csv(Improvements.TABLE, world, hr);
        csv(Estimates.TABLE, world, hr);
        parquet(Engagement.TABLE, spark, world, hr);
    }

    static void finance(World world, Path folder) {
        csv(Ledger.TABLE, world, folder.resolve("finance"));
    }

    private static void parquet(DemoTable table, SparkSession spark, World world, Path folder) {
        table.rows(spark, world)
                .write()
                .parquet(folder.resolve(table.name() + ".parquet").toString());
    }

    /** A table that does not grow with the customers, as one file. */
    private static void csv(DemoTable table, World world, Path folder) {
        Path file = folder.resolve(table.name() + ".csv");
        try {
            Files.createDirectories(folder);
            try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
                csv.printRecord((Object[]) table.columns().fieldNames());
                for (Row row : table.few(world)) {
                    csv.printRecord(scala.jdk.javaapi.CollectionConverters.asJava(row.toSeq()));
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
