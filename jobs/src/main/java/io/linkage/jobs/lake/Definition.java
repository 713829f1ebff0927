package io.linkage.jobs.lake;

import io.linkage.contract.Table;
import io.linkage.staging.Landing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a Delta table is made as.
 *
 * @param schema its columns
 * @param comment what readers are told of it
 * @param properties of Delta and of Linkage
 * @param folders columns by whose values its files lie in folders
 */
record Definition(StructType schema, String comment, Map<String, String> properties, List<String> folders) {

    /** Of a table with a contract. */
    static Definition of(Table table) {
        return new Definition(table.schema(), table.meaning() + " " + table.grain(), Properties.of(table), List.of());
    }

    /** Of rows as received: a folder per night. */
    static Definition received(StructType schema) {
        return new Definition(
                schema, "Rows as received, every value as text", Properties.received(), List.of(Landing.LOADED));
    }

    /** As Delta states it, of a table that is made now. */
    Metadata metadata() {
        return new Metadata(
                UUID.randomUUID().toString(),
                null,
                comment,
                new Format("parquet", Map$.MODULE$.empty()),
                schema.json(),
                CollectionConverters.asScala(folders).toSeq(),
                Map$.MODULE$.from(CollectionConverters.asScala(properties)),
                Option.apply(Clock.systemUTC().millis()));
    }
}
