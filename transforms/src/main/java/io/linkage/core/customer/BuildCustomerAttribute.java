package io.linkage.core.customer;

import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.trim;

import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.staging.CustomerAttribute;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Attributes that had been observed by the business date, one row each; blank values are no values. */
public final class BuildCustomerAttribute {
    public static final Build BUILD = Build.of(FctCustomerAttribute.TABLE)
            .reads(
                    BuildCustomerAttribute::from,
                    CustomerAttribute.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimDate.TABLE);

    private BuildCustomerAttribute() {}

    static Dataset<Row> from(Inputs in) {
        Field date = FctCustomerAttribute.OBSERVED_DATE;
        Dataset<Row> observed = Events.upTo(
                in,
                in.rows(CustomerAttribute.TABLE),
                CustomerAttribute.OBSERVED_DATE.col(),
                date,
                FctCustomerAttribute.OBSERVED_DATE_KEY);
        Dataset<Row> known = Lookup.customer(in, observed, CustomerAttribute.CUSTOMER_SOURCE_ID, date);
        Column values = from_json(CustomerAttribute.ATTRIBUTES.col(), CustomerAttribute.NAMES_AND_VALUES, Map.of());
        Dataset<Row> each = known.select(
                FctCustomerAttribute.CUSTOMER_SOURCE_ID.col(),
                date.col(),
                FctCustomerAttribute.CUSTOMER_SK.col(),
                FctCustomerAttribute.CUSTOMER_KEY.col(),
                FctCustomerAttribute.OBSERVED_DATE_KEY.col(),
                FctCustomerAttribute.LATE_DATE.col(),
                explode(values).as(new String[] {
                    FctCustomerAttribute.ATTRIBUTE_CODE.name(), FctCustomerAttribute.ATTRIBUTE_TEXT.name()
                }));
        return FctCustomerAttribute.TABLE.shape(
                each.filter(trim(FctCustomerAttribute.ATTRIBUTE_TEXT.col()).notEqual("")));
    }
}
