package io.linkage.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.Special;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives facts their dimension keys: the version valid on the event's date, or a special member; never a lost row. */
public final class Lookup {
    private Lookup() {}

    /**
     * Adds {@code customer_sk} and {@code customer_key}: whichever identifier of the customer a fact names; at most one
     * version matches a row.
     */
    public static Dataset<Row> customer(Inputs in, Dataset<Row> facts, Field id, Field date) {
        Dataset<Row> versions = in.rows(CustomerIdentity.TABLE)
                .select(CustomerIdentity.CUSTOMER_SOURCE_ID.col(), CustomerIdentity.CUSTOMER_KEY.col())
                .join(
                        in.rows(DimCustomer.TABLE).drop(DimCustomer.CUSTOMER_SOURCE_ID.name()),
                        new String[] {CustomerIdentity.CUSTOMER_KEY.name()},
                        "inner");
        return version(
                facts,
                versions,
                id.name(),
                date.name(),
                CustomerIdentity.CUSTOMER_SOURCE_ID,
                DimCustomer.CUSTOMER_SK,
                DimCustomer.CUSTOMER_KEY);
    }

    /** Adds {@code unit_sk} and {@code unit_key}; at most one version matches a row. */
    public static Dataset<Row> unit(Dataset<Row> facts, Dataset<Row> units, String id, String date) {
        return version(facts, units, id, date, DimOrgUnit.UNIT_SOURCE_ID, DimOrgUnit.UNIT_SK, DimOrgUnit.UNIT_KEY);
    }

    /** Adds {@code unit_sk} where {@code unit_key} is known. */
    public static Dataset<Row> unitVersion(Dataset<Row> facts, Dataset<Row> units, String date) {
        String key = DimOrgUnit.UNIT_KEY.name();
        return version(facts, units, key, date, DimOrgUnit.UNIT_KEY, DimOrgUnit.UNIT_SK, DimOrgUnit.UNIT_KEY);
    }

    private static Dataset<Row> version(
            Dataset<Row> facts, Dataset<Row> dimension, String id, String date, Field natural, Field sk, Field key) {
        Dataset<Row> versions = dimension.select(
                natural.col().as("_natural"),
                sk.col().as("_sk"),
                key.col().as("_key"),
                col(DimCustomer.VALID_FROM.name()).as("_from"),
                col(DimCustomer.VALID_TO.name()).as("_to"));
        Column valid = col(id).equalTo(col("_natural"))
                .and(col(date).geq(col("_from")))
                .and(col(date).lt(col("_to")));
        return facts.join(versions, valid, "left")
                .withColumn(sk.name(), orSpecial(id, "_sk"))
                .withColumn(key.name(), orSpecial(id, "_key"))
                .drop("_natural", "_sk", "_key", "_from", "_to");
    }

    private static Column orSpecial(String id, String found) {
        return when(col(id).isNull(), lit(Special.MISSING.key()))
                .otherwise(coalesce(col(found), lit(Special.UNKNOWN.key())));
    }
}
