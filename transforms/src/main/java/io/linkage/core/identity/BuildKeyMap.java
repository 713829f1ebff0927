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
import io.linkage.table.staging.CampaignContact;
import io.linkage.table.staging.Consent;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.CustomerAttribute;
import io.linkage.table.staging.DepartmentEstimate;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.Feedback;
import io.linkage.table.staging.Improvement;
import io.linkage.table.staging.Interaction;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Subscription;
import io.linkage.table.staging.SurveyAnswer;
import io.linkage.table.staging.Touchpoint;
import io.linkage.table.staging.WalletAnswer;
import java.util.stream.Stream;
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
                    CustomerAttribute.TABLE,
                    OrderLine.TABLE,
                    Interaction.TABLE,
                    SurveyAnswer.TABLE,
                    Subscription.TABLE,
                    CampaignContact.TABLE,
                    Touchpoint.TABLE,
                    Consent.TABLE,
                    WalletAnswer.TABLE,
                    Feedback.TABLE,
                    Improvement.TABLE,
                    DepartmentEstimate.TABLE,
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
        return named(
                in,
                KeyMap.CUSTOMER,
                Customer.CUSTOMER_SOURCE_ID,
                CustomerAttribute.CUSTOMER_SOURCE_ID,
                OrderLine.CUSTOMER_SOURCE_ID,
                Interaction.CUSTOMER_SOURCE_ID,
                SurveyAnswer.CUSTOMER_SOURCE_ID,
                Subscription.CUSTOMER_SOURCE_ID,
                CampaignContact.CUSTOMER_SOURCE_ID,
                Touchpoint.CUSTOMER_SOURCE_ID,
                Consent.CUSTOMER_SOURCE_ID,
                WalletAnswer.CUSTOMER_SOURCE_ID,
                Feedback.CUSTOMER_SOURCE_ID);
    }

    private static Dataset<Row> units(Inputs in) {
        return named(
                in,
                KeyMap.UNIT,
                Employee.UNIT_SOURCE_ID,
                Employee.PARENT_UNIT_SOURCE_ID,
                SurveyAnswer.UNIT_SOURCE_ID,
                Feedback.UNIT_SOURCE_ID,
                Improvement.UNIT_SOURCE_ID,
                DepartmentEstimate.UNIT_SOURCE_ID);
    }

    private static Dataset<Row> named(Inputs in, String entity, Field... ids) {
        return Stream.of(ids)
                .map(id -> ids(in, id, entity))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static Dataset<Row> ids(Inputs in, Field id, String entity) {
        Table table = BUILD.reads().stream()
                .filter(read -> read.name().equals(id.table()))
                .findFirst()
                .orElseThrow();
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
