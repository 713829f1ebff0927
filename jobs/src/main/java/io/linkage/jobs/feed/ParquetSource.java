package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.ParquetOptions;
import io.linkage.jobs.settings.Source;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Reads a Parquet source: every footer is checked first, every value becomes text. */
final class ParquetSource {
    private final SparkSession spark;
    private final Source source;
    private final ParquetOptions options;

    ParquetSource(SparkSession spark, Source source, ParquetOptions options) {
        this.spark = spark;
        this.source = source;
        this.options = options;
    }

    Delivered read(LocalDate businessDate) {
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        Delivery delivery = Delivery.of(conf, source, businessDate);
        List<FileFault> faults = new ArrayList<>(delivery.faults());
        List<ParquetFile> files = open(conf, source, delivery, true, faults);
        if (files.stream().mapToLong(file -> file.facts().records()).sum() == 0
                && faults.isEmpty()
                && !options.mayBeEmpty()) {
            faults.add(new FileFault(
                    source.name(), "EMPTY", "it holds no row", "Deliver it whole, or set options.may-be-empty: true"));
        }
        if (!faults.isEmpty()) {
            throw FileFault.stop(source.feed() + "." + source.name(), faults);
        }
        List<String> paths = delivery.items().stream().map(Delivery.Item::path).toList();
        List<FileFacts> facts = files.stream().map(ParquetFile::facts).toList();
        StructType schema = schema(files);
        return paths.isEmpty()
                ? TypedRows.none(spark, schema, facts)
                : TypedRows.of(
                        spark.read().schema(schema).parquet(paths.toArray(String[]::new)),
                        schema,
                        facts,
                        delivery.home());
    }

    /** The files of a delivery that can be opened; faults of the others, and where schemas differ, are added. */
    static List<ParquetFile> open(
            Configuration conf, Source source, Delivery delivery, boolean digest, List<FileFault> faults) {
        List<ParquetFile> files = new ArrayList<>();
        Map<String, StructField> known = new LinkedHashMap<>();
        for (Delivery.Item item : delivery.items()) {
            try {
                ParquetFile file = ParquetFile.of(conf, item, digest);
                new Header(source).fault(item.name(), file.facts().header()).ifPresent(faults::add);
                compare(file, known, faults);
                files.add(file);
            } catch (BadFile e) {
                faults.add(e.fault());
            } catch (IOException e) {
                throw Stop.unreachable(
                        item.name() + " of source " + source.name() + " cannot be read ("
                                + e.getClass().getSimpleName() + "). Check its rights and its storage, and run again.",
                        e);
            }
        }
        return files;
    }

    private static void compare(ParquetFile file, Map<String, StructField> known, List<FileFault> faults) {
        for (StructField field : file.schema().fields()) {
            StructField first = known.putIfAbsent(Header.lower(field.name()), field);
            if (first != null && !first.dataType().sameType(field.dataType())) {
                faults.add(new FileFault(
                        file.facts().name(),
                        "SCHEMA",
                        field.name() + " is " + field.dataType().simpleString() + ", and "
                                + first.dataType().simpleString() + " in another file",
                        "Deliver all files with one type for it"));
            }
        }
    }

    private StructType schema(List<ParquetFile> files) {
        Map<String, StructField> fields = new LinkedHashMap<>();
        files.forEach(file -> Arrays.stream(file.schema().fields())
                .forEach(field -> fields.putIfAbsent(Header.lower(field.name()), field)));
        if (fields.isEmpty()) {
            new Header(source)
                    .read()
                    .forEach(name -> fields.put(name, DataTypes.createStructField(name, DataTypes.StringType, true)));
        }
        return new StructType(fields.values().toArray(StructField[]::new));
    }
}
