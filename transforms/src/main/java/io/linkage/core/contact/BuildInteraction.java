package io.linkage.core.contact;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.core.employee.Spells;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.Special;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.Interaction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Service contacts up to the business date; the employee is left behind in the restricted zone. */
public final class BuildInteraction {
    public static final Build BUILD = Build.of(FctInteraction.TABLE)
            .reads(
                    BuildInteraction::from,
                    Interaction.TABLE,
                    Employee.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimOrgUnit.TABLE,
                    DimDate.TABLE);

    private BuildInteraction() {}

    static Dataset<Row> from(Inputs in) {
        String date = FctInteraction.CONTACT_DATE.name();
        Dataset<Row> contacts = Events.upTo(
                in,
                in.rows(Interaction.TABLE),
                Events.local(Interaction.CONTACTED_AT, in),
                FctInteraction.CONTACT_DATE,
                FctInteraction.CONTACT_DATE_KEY);
        Dataset<Row> ofUnits = Spells.unitOf(in, contacts, Interaction.EMPLOYEE_SOURCE_ID.name(), date);
        Dataset<Row> known = Lookup.unit(
                Lookup.customer(in, ofUnits, Interaction.CUSTOMER_SOURCE_ID, FctInteraction.CONTACT_DATE),
                in.rows(DimOrgUnit.TABLE),
                Employee.UNIT_SOURCE_ID.name(),
                date);
        return FctInteraction.TABLE.shape(
                known.withColumn(FctInteraction.UNIT_SK.name(), orUnknown(FctInteraction.UNIT_SK))
                        .withColumn(FctInteraction.UNIT_KEY.name(), orUnknown(FctInteraction.UNIT_KEY)));
    }

    /** An employee helped, but HR knows of no unit on that day: that is not the same as no employee. */
    private static Column orUnknown(Field key) {
        Column homeless = Interaction.EMPLOYEE_SOURCE_ID
                .col()
                .isNotNull()
                .and(Employee.UNIT_SOURCE_ID.col().isNull());
        return when(homeless, lit(Special.UNKNOWN.key())).otherwise(key.col());
    }
}
