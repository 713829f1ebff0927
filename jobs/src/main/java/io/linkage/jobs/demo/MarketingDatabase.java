package io.linkage.jobs.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.SparkSession;

/** Fills the marketing database: one Spark job for all tables that grow with the customers. */
final class MarketingDatabase {
    private static final List<DemoTable> OF_CUSTOMERS = List.of(Customers.TABLE, Purchases.TABLE, Contacts.TABLE);
    private static final List<DemoTable> SMALL = List.of(Products.TABLE, FxRates.TABLE);

    private MarketingDatabase() {}

    static void fill(SparkSession spark, World world, String url) {
        run(url, "marketing-tables.sql");
        load(url, SMALL, world, null);
        ForeachPartitionFunction<Long> part = customers -> load(url, OF_CUSTOMERS, world, customers);
        Customers.TABLE.numbers(spark, world).foreachPartition(part);
        run(url, "marketing-keys.sql");
    }

    /** One transaction: a part that Spark tries again leaves no rows twice. No numbers given: all of each table. */
    private static void load(String url, List<DemoTable> tables, World world, Iterator<Long> numbers) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            List<CopySink> sinks = new ArrayList<>();
            for (DemoTable table : tables) {
                sinks.add(new CopySink(connection, table.feed(), table.columns()));
            }
            if (numbers == null) {
                for (int at = 0; at < tables.size(); at++) {
                    makeAll(tables.get(at), world, sinks.get(at));
                }
            } else {
                while (numbers.hasNext()) {
                    long number = numbers.next();
                    for (int at = 0; at < tables.size(); at++) {
                        tables.get(at).maker().make(world, number, sinks.get(at));
                    }
                }
            }
            sinks.forEach(CopySink::flush);
            connection.commit();
        } catch (SQLException fault) {
            throw new IllegalStateException("Cannot load the demo database", fault);
        }
    }

    private static void makeAll(DemoTable table, World world, Sink sink) {
        for (long number = 0; number < table.count().applyAsLong(world); number++) {
            table.maker().make(world, number, sink);
        }
    }

    private static void run(String url, String script) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                InputStream text = MarketingDatabase.class.getResourceAsStream(script)) {
            statement.execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException | IOException fault) {
            throw new IllegalStateException("Cannot run " + script + " on the demo database", fault);
        }
    }
}
