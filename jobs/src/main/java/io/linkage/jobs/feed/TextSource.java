package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.Source;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Reads a source of text files: one task per file, streamed, columns by name. */
final class TextSource {
    private final SparkSession spark;
    private final Source source;
    private final TextFormat format;
    private final Header wanted;

    TextSource(SparkSession spark, Source source, TextFormat format) {
        this.spark = spark;
        this.source = source;
        this.format = format;
        this.wanted = new Header(source);
    }

    Delivered read(LocalDate businessDate) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration conf = context.hadoopConfiguration();
        Delivery delivery = Delivery.of(conf, source, businessDate);
        List<FileFault> faults = Collections.synchronizedList(new ArrayList<>(delivery.faults()));
        List<FileFacts> facts = delivery.items().parallelStream()
                .map(item -> facts(conf, item, faults))
                .flatMap(Optional::stream)
                .toList();
        if (delivery.items().isEmpty() && !format.mayBeEmpty()) {
            faults.add(new FileFault(source.name(), "EMPTY", "its folder holds no file", "Have it delivered"));
        }
        if (!faults.isEmpty()) {
            throw FileFault.stop(source.feed() + "." + source.name(), List.copyOf(faults));
        }
        List<String> columns = columns(facts);
        return new Delivered(frame(context, conf, delivery.items(), facts, columns), columns, facts);
    }

    private Optional<FileFacts> facts(Configuration conf, Delivery.Item item, List<FileFault> faults) {
        try {
            return Optional.of(format.facts(new TextFile(conf, item, format), wanted));
        } catch (BadFile e) {
            faults.add(e.fault());
            return Optional.empty();
        } catch (IOException e) {
            throw Stop.unreachable(
                    item.name() + " of source " + source.name() + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Check its rights and its storage, and run again.",
                    e);
        }
    }

    /**
     * Columns of all files, in the order of the first, then those that no file holds and expressions read, then the
     * format's own; names that differ in case alone are one column.
     */
    private List<String> columns(List<FileFacts> facts) {
        Map<String, String> names = new LinkedHashMap<>();
        facts.forEach(file -> file.header().forEach(name -> names.putIfAbsent(Header.lower(name), name)));
        wanted.read().forEach(name -> names.putIfAbsent(Header.lower(name), name));
        format.added().forEach(name -> names.putIfAbsent(Header.lower(name), name));
        return List.copyOf(names.values());
    }

    private Dataset<Row> frame(
            JavaSparkContext context,
            Configuration conf,
            List<Delivery.Item> items,
            List<FileFacts> facts,
            List<String> columns) {
        List<FileRows.Plan> plans = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            FileFacts file = facts.get(index);
            plans.add(new FileRows.Plan(items.get(index), file.records(), file.header(), columns, format));
        }
        SerializableConfiguration storage = new SerializableConfiguration(conf);
        JavaRDD<Row> rows = context.parallelize(plans, Math.max(1, plans.size()))
                .flatMap(plan -> new FileRows(plan, storage.value()));
        return spark.createDataFrame(rows, Delivered.schema(columns));
    }
}
