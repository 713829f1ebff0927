package io.linkage.jobs.demo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.encoders.RowEncoder;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/**
 * One table of the demo company: its columns, and the rows that follow from one number (a customer, an employee, …).
 *
 * @param name name of the table or file
 * @param feed feed that it serves
 * @param source source of the feed, as conf/demo names it
 * @param key columns that name a row
 * @param columns names and types
 * @param count how many numbers there are
 * @param maker makes the rows of one number
 */
record DemoTable(
        String name,
        String feed,
        String source,
        List<String> key,
        StructType columns,
        ToLongFunction<World> count,
        Maker maker) {

    /** Makes the rows of one number; depends on nothing else than its arguments. */
    @FunctionalInterface
    interface Maker extends Serializable {
        void make(World world, long number, Sink sink);
    }

    /** A table that is named as its feed is. */
    DemoTable(
            String feed,
            String source,
            List<String> key,
            StructType columns,
            ToLongFunction<World> count,
            Maker maker) {
        this(feed, feed, source, key, columns, count, maker);
    }

    /** All rows, made where Spark runs. */
    Dataset<Row> rows(SparkSession spark, World world) {
        Maker rowsOf = maker;
        FlatMapFunction<Long, Row> make = number -> made(rowsOf, world, number);
        return numbers(spark, world).flatMap(make, RowEncoder.encoderFor(columns, true));
    }

    /** The numbers to make rows from, parted so that a partition is worth its start. */
    Dataset<Long> numbers(SparkSession spark, World world) {
        long numbers = count.applyAsLong(world);
        int cores = spark.sparkContext().defaultParallelism();
        long wanted = Math.max(cores, numbers / 50_000);
        return spark.range(0, numbers, 1, (int) Math.min(wanted, 4_000)).as(Encoders.LONG());
    }

    /** All rows on the driver: only for tables that do not grow with the customers. */
    List<Row> few(World world) {
        List<Row> rows = new ArrayList<>();
        for (long number = 0; number < count.applyAsLong(world); number++) {
            maker.make(world, number, values -> rows.add(new GenericRowWithSchema(values, columns)));
        }
        return rows;
    }

    private static Iterator<Row> made(Maker maker, World world, long number) {
        List<Row> rows = new ArrayList<>();
        maker.make(world, number, values -> rows.add(RowFactory.create(values)));
        return rows.iterator();
    }
}
