package io.linkage.core.identity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Keys;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.Interaction;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.SurveyAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Gives every identifier that any feed names a key, and never changes one that was given. */
public final class BuildKeyMap {
    public static final Build BUILD = Build.of(KeyMap.TABLE)
            .reads(
                    BuildKeyMap::from,
                    Customer.TABLE,
                    OrderLine.TABLE,
                    Interaction.TABLE,
                    SurveyAnswer.TABLE,
                    Employee.TABLE);

    private BuildKeyMap() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> named = customers(in).union(units(in)).distinct();
        Dataset<Row> given = in.before();
        Dataset<Row> fresh = named.join(
                given.select(KeyMap.ENTITY_CODE.col(), KeyMap.NATURAL_ID.col()),
                new String[] {KeyMap.ENTITY_CODE.name(), KeyMap.NATURAL_ID.name()},
                "left_anti");
        return KeyMap.TABLE.shape(keyed(fresh, given));
    }

    private static Dataset<Row> customers(Inputs in) {
        return ids(in, Customer.TABLE, Customer.CUSTOMER_SOURCE_ID, KeyMap.CUSTOMER)
                .union(ids(in, OrderLine.TABLE, OrderLine.CUSTOMER_SOURCE_ID, KeyMap.CUSTOMER))
                .union(ids(in, Interaction.TABLE, Interaction.CUSTOMER_SOURCE_ID, KeyMap.CUSTOMER))
                .union(ids(in, SurveyAnswer.TABLE, SurveyAnswer.CUSTOMER_SOURCE_ID, KeyMap.CUSTOMER));
    }

    private static Dataset<Row> units(Inputs in) {
        return ids(in, Employee.TABLE, Employee.UNIT_SOURCE_ID, KeyMap.UNIT)
                .union(ids(in, Employee.TABLE, Employee.PARENT_UNIT_SOURCE_ID, KeyMap.UNIT))
                .union(ids(in, SurveyAnswer.TABLE, SurveyAnswer.UNIT_SOURCE_ID, KeyMap.UNIT));
    }

    private static Dataset<Row> ids(Inputs in, Table table, Field id, String entity) {
        return in.rows(table)
                .filter(id.col().isNotNull())
                .select(KeyMap.ENTITY_CODE.is(lit(entity)), KeyMap.NATURAL_ID.is(id.col()))
                .distinct();
    }

    /** Where two identifiers share a digest, the one that had the key keeps it and the other is salted. */
    private static Dataset<Row> keyed(Dataset<Row> fresh, Dataset<Row> given) {
        Column digest = Keys.digest(KeyMap.ENTITY_CODE.col(), KeyMap.NATURAL_ID.col());
        Column place = row_number()
                .over(Window.partitionBy(col("_digest"))
                        .orderBy(
                                KeyMap.ENTITY_KEY.col().asc_nulls_last(),
                                KeyMap.ENTITY_CODE.col(),
                                KeyMap.NATURAL_ID.col()));
        return fresh.withColumn(KeyMap.ENTITY_KEY.name(), lit(null).cast("bigint"))
                .unionByName(given)
                .withColumn("_digest", digest)
                .withColumn("_place", place)
                .withColumn(
                        KeyMap.ENTITY_KEY.name(),
                        when(KeyMap.ENTITY_KEY.col().isNotNull(), KeyMap.ENTITY_KEY.col())
                                .when(col("_place").equalTo(1), col("_digest"))
                                .otherwise(
                                        Keys.digest(KeyMap.ENTITY_CODE.col(), KeyMap.NATURAL_ID.col(), col("_place"))));
    }
}
