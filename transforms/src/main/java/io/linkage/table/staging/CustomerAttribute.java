package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.PSEUDONYMOUS;
import static org.apache.spark.sql.functions.from_json;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a company knows of its customers beyond the other feeds: its own features, under its own names. */
public final class CustomerAttribute {
    /** How {@link #ATTRIBUTES} is read. */
    public static final DataType NAMES_AND_VALUES = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);

    private static final TableBuilder T = Table.named("stg_customer_attribute", Layer.STAGING)
            .feed("customer_attribute")
            .grain("one row per customer and day of observation")
            .meaning("Features of customers that a company brings itself, such as services used or payment method.");

    public static final Field CUSTOMER_SOURCE_ID =
            T.key("customer_source_id", Domain.ID, PSEUDONYMOUS, "Customer who was observed");
    public static final Field OBSERVED_DATE = T.key(
            "observed_date", Domain.DATE, INTERNAL, "Day from which the values were known; features never look ahead");
    public static final Field ATTRIBUTES = T.required(
            "attributes",
            Domain.TEXT,
            PSEUDONYMOUS,
            "JSON object of names and values, as to_json(struct(...)) gives; none may name a person or tell the outcome");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the row");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);
    public static final Field LATE_LOADED_DATE = Arrival.late(T);

    public static final Table TABLE = T.rule(
                    "attributes: NOT_JSON",
                    "attributes are a JSON object of names and values",
                    from_json(ATTRIBUTES.col(), NAMES_AND_VALUES).isNull())
            .build();

    private CustomerAttribute() {}
}
