package io.linkage.jobs.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;

/** Fills the marketing database: one Spark job for all tables that grow with the customers. */
final class MarketingDatabase {
    /** Tables whose rows follow from a customer. */
    static final List<DemoTable> OF_CUSTOMERS = List.of(
            Customers.TABLE,
            Purchases.TABLE,
            Contacts.TABLE,
            Subscriptions.TABLE,
            CampaignContacts.TABLE,
            Touchpoints.TABLE,
            Consents.TABLE,
            Feedbacks.TABLE,
            RetentionCalls.TABLE);
    /** Tables that do not grow with the customers. */
    static final List<DemoTable> SMALL = List.of(Products.TABLE, FxRates.TABLE, Campaigns.TABLE);

    private MarketingDatabase() {}

    static void fill(SparkSession spark, World world, String url) {
        run(url, tables());
        load(url, SMALL, world, null);
        ForeachPartitionFunction<Long> part = customers -> load(url, OF_CUSTOMERS, world, customers);
        Customers.TABLE.numbers(spark, world).foreachPartition(part);
        run(url, script("marketing-keys.sql"));
    }

    /** One transaction: a part that Spark tries again leaves no rows twice. No numbers given: all of each table. */
    private static void load(String url, List<DemoTable> tables, World world, Iterator<Long> numbers) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            List<CopySink> sinks = new ArrayList<>();
            for (DemoTable table : tables) {
                sinks.add(new CopySink(connection, table.name(), table.columns()));
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

    /** Keys follow after the load. */
    private static String tables() {
        return Stream.concat(OF_CUSTOMERS.stream(), SMALL.stream())
                .map(MarketingDatabase::table)
                .collect(Collectors.joining("\n"));
    }

    private static String table(DemoTable table) {
        return Stream.of(table.columns().fields())
                .map(column -> column.name() + " " + type(column.dataType()))
                .collect(Collectors.joining(", ", "create table " + table.name() + " (", ");"));
    }

    private static String type(DataType type) {
        if (type instanceof DecimalType decimal) {
            return "numeric(" + decimal.precision() + ", " + decimal.scale() + ")";
        }
        return switch (type.typeName()) {
            case "string" -> "text";
            case "long" -> "bigint";
            case "timestamp" -> "timestamptz";
            case "double" -> "double precision";
            default -> type.typeName();
        };
    }

    private static String script(String name) {
        try (InputStream text = MarketingDatabase.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void run(String url, String statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException fault) {
            throw new IllegalStateException("Cannot prepare the tables of the demo database", fault);
        }
    }
}
