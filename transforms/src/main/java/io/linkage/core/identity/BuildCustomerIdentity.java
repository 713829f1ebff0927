package io.linkage.core.identity;

import static org.apache.spark.sql.functions.any_value;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Turn;
import io.linkage.settings.IdentitySettings;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Customer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the identifiers that are one customer, by rules alone. A customer carries the key of the record among its own that
 * the warehouse saw first, so that a key stays while records come and change. What the night changed is told by matching
 * twice, without its records and with them: the answer is the same in whichever order nights are run.
 */
public final class BuildCustomerIdentity {
    public static final Build BUILD =
            Build.of(CustomerIdentity.TABLE).reads(BuildCustomerIdentity::from, Customer.TABLE, KeyMap.TABLE);

    private static final String NOW = "now";
    private static final String BEFORE = "before";
    private static final String FIRST = "_first";
    private static final String OWN_KEY = CustomerIdentity.OWN_KEY.name();

    private BuildCustomerIdentity() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> keys = in.rows(KeyMap.TABLE)
                .filter(KeyMap.ENTITY_CODE.col().equalTo(KeyMap.CUSTOMER))
                .select(
                        CustomerIdentity.CUSTOMER_SOURCE_ID.is(KeyMap.NATURAL_ID.col()),
                        CustomerIdentity.OWN_KEY.is(KeyMap.ENTITY_KEY.col()));
        Dataset<Row> records = records(in).join(keys, id(), "inner").withColumn(MatchedRecords.OWN, seniority());
        Dataset<Row> matched = MatchedRecords.of(records, in.settings(IdentitySettings.class));
        Dataset<Row> found = records.select(
                        col(MatchedRecords.WORLD), CustomerIdentity.CUSTOMER_SOURCE_ID.col(), col(FIRST), col(OWN_KEY))
                .join(matched, new String[] {MatchedRecords.WORLD, id()[0]}, "left");
        return CustomerIdentity.TABLE.shape(told(keys.join(compared(found), id(), "left")));
    }

    /** The last state of each record: as earlier nights knew it, and as this one does. */
    private static Dataset<Row> records(Inputs in) {
        Column isEarlier = Customer.LOADED_DATE.col().lt(Days.day(in.asOf()));
        Column worlds = when(isEarlier, array(lit(BEFORE), lit(NOW))).otherwise(array(lit(NOW)));
        Column state = struct(
                Customer.BIRTH_DATE.col(),
                MatchTokens.of(in.settings(IdentitySettings.class).rules()).as("_tokens"));
        return Turn.of(in.rows(Customer.TABLE), Events.zone(in), id())
                .withColumn(MatchedRecords.WORLD, explode(worlds))
                .groupBy(col(MatchedRecords.WORLD), Customer.CUSTOMER_SOURCE_ID.col())
                .agg(
                        min(Customer.LOADED_DATE.col()).as(FIRST),
                        max_by(state, col(Turn.TURN)).as("_state"))
                .select(col(MatchedRecords.WORLD), Customer.CUSTOMER_SOURCE_ID.col(), col(FIRST), col("_state.*"));
    }

    private static Column seniority() {
        return struct(col(FIRST), CustomerIdentity.CUSTOMER_SOURCE_ID.col(), col(OWN_KEY));
    }

    /** One row per record: its customer now and before. */
    private static Dataset<Row> compared(Dataset<Row> found) {
        Column key = coalesce(col(MatchedRecords.LEAD).getField(OWN_KEY), col(OWN_KEY));
        Column now = col(MatchedRecords.WORLD).equalTo(NOW);
        return found.withColumn("_key", key)
                .groupBy(CustomerIdentity.CUSTOMER_SOURCE_ID.col())
                .agg(
                        present(now, col("_key")).as("_now"),
                        present(not(now), col("_key")).as("_before"),
                        present(now, col(FIRST)).as(FIRST),
                        present(now, col(MatchedRecords.RULE)).as(MatchedRecords.RULE),
                        present(now, col(MatchedRecords.SIZE)).as(MatchedRecords.SIZE),
                        present(now, col(MatchedRecords.APART)).as(MatchedRecords.APART));
    }

    /** The value of the one row for which the condition holds. */
    private static Column present(Column condition, Column value) {
        return any_value(when(condition, value), lit(true));
    }

    private static Dataset<Row> told(Dataset<Row> rows) {
        Column key = coalesce(col("_now"), col(OWN_KEY));
        Column alone = coalesce(col(MatchedRecords.SIZE), lit(1L)).equalTo(1);
        Column match = when(alone, CustomerIdentity.ALONE)
                .when(col(MatchedRecords.RULE).equalTo(1), CustomerIdentity.CROSS_REFERENCE)
                .when(col(MatchedRecords.RULE).equalTo(2), CustomerIdentity.EMAIL_SURNAME)
                .otherwise(CustomerIdentity.PHONE_ADDRESS);
        return rows.withColumn(CustomerIdentity.CUSTOMER_KEY.name(), key)
                .withColumn(
                        CustomerIdentity.IS_LEAD.name(),
                        CustomerIdentity.CUSTOMER_KEY.col().equalTo(col(OWN_KEY)))
                .withColumn(CustomerIdentity.MATCH_CODE.name(), match)
                .withColumn(
                        CustomerIdentity.RECORD_COUNT.name(),
                        CustomerIdentity.RECORD_COUNT.is(coalesce(col(MatchedRecords.SIZE), lit(1L))))
                .withColumn(CustomerIdentity.IS_CONFLICTING.name(), coalesce(col(MatchedRecords.APART), lit(false)))
                .withColumn(CustomerIdentity.FIRST_LOADED_DATE.name(), col(FIRST))
                .withColumn(CustomerIdentity.PREVIOUS_CUSTOMER_KEY.name(), col("_before"))
                .withColumn(CustomerIdentity.EVENT_CODE.name(), event());
    }

    private static Column event() {
        Column isLead = CustomerIdentity.IS_LEAD.col();
        Column was = col("_before");
        return when(col("_now").isNull().or(was.equalTo(col("_now"))), CustomerIdentity.NONE)
                .when(was.isNull().and(isLead), CustomerIdentity.NEW)
                .when(was.isNull(), CustomerIdentity.JOINED)
                .when(isLead, CustomerIdentity.SPLIT)
                .when(was.equalTo(col(OWN_KEY)), CustomerIdentity.MERGED)
                .otherwise(CustomerIdentity.MOVED);
    }

    private static String[] id() {
        return new String[] {CustomerIdentity.CUSTOMER_SOURCE_ID.name()};
    }
}
