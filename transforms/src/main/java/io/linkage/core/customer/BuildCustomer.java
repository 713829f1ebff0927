package io.linkage.core.customer;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Keys;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.SpecialMembers;
import io.linkage.core.Versions;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.Special;
import io.linkage.table.staging.Customer;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers: versions of what their records say together, inferred members for those only facts name, special members. */
public final class BuildCustomer {
    public static final Build BUILD =
            Build.of(DimCustomer.TABLE).reads(BuildCustomer::from, Customer.TABLE, CustomerIdentity.TABLE);

    private static final List<String> WATCHED = List.of(
            Customer.CUSTOMER_TYPE_CODE.name(),
            Customer.SEGMENT_CODE.name(),
            Customer.ACQUISITION_CHANNEL_CODE.name(),
            Customer.REFERRER_SOURCE_ID.name(),
            Customer.COUNTRY_CODE.name());

    private static final String REFERRER = "_referrer";

    private BuildCustomer() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> identifiers = in.rows(CustomerIdentity.TABLE)
                .select(
                        CustomerIdentity.CUSTOMER_SOURCE_ID.col(),
                        CustomerIdentity.CUSTOMER_KEY.col(),
                        CustomerIdentity.IS_LEAD.col());
        Dataset<Row> records =
                in.rows(Customer.TABLE).join(identifiers, new String[] {Customer.CUSTOMER_SOURCE_ID.name()}, "inner");
        Dataset<Row> states = Versions.states(records, Customer.CUSTOMER_SOURCE_ID.name(), Events.zone(in));
        Dataset<Row> versions =
                Versions.ofStates(Survivorship.of(states, WATCHED), DimCustomer.CUSTOMER_KEY.name(), WATCHED);
        Dataset<Row> members = identifiers
                .filter(CustomerIdentity.IS_LEAD.col())
                .join(versions, new String[] {DimCustomer.CUSTOMER_KEY.name()}, "left")
                .join(Survivorship.firstSeen(states), new String[] {DimCustomer.CUSTOMER_KEY.name()}, "left")
                .join(
                        identifiers.select(
                                CustomerIdentity.CUSTOMER_SOURCE_ID.col().as(Customer.REFERRER_SOURCE_ID.name()),
                                CustomerIdentity.CUSTOMER_KEY.col().as(REFERRER)),
                        new String[] {Customer.REFERRER_SOURCE_ID.name()},
                        "left");
        Dataset<Row> known = Keys.settled(
                described(members, in),
                DimCustomer.CUSTOMER_SK.name(),
                DimCustomer.CUSTOMER_SOURCE_ID.col(),
                DimCustomer.VALID_FROM.col());
        return DimCustomer.TABLE.shape(known.unionByName(specialMembers(in.one())));
    }

    private static Dataset<Row> described(Dataset<Row> members, Inputs in) {
        Column inferred = col(DimCustomer.VALID_FROM.name()).isNull();
        return members.select(
                DimCustomer.CUSTOMER_KEY.col(),
                DimCustomer.CUSTOMER_SOURCE_ID.col(),
                DimCustomer.CUSTOMER_PSEUDONYM.is(in.pseudonym(DimCustomer.CUSTOMER_SOURCE_ID.col())),
                DimCustomer.CUSTOMER_TYPE_CODE.is(orUnknown(Customer.CUSTOMER_TYPE_CODE.col())),
                DimCustomer.SEGMENT_CODE.is(orUnknown(Customer.SEGMENT_CODE.col())),
                DimCustomer.ACQUISITION_CHANNEL_CODE.is(orUnknown(Customer.ACQUISITION_CHANNEL_CODE.col())),
                DimCustomer.REFERRER_KEY.is(referrer()),
                DimCustomer.COUNTRY_CODE.is(orUnknown(Customer.COUNTRY_CODE.col())),
                DimCustomer.FIRST_SEEN_DATE.is(Customer.FIRST_SEEN_DATE.col()),
                DimCustomer.VALID_FROM.is(coalesce(DimCustomer.VALID_FROM.col(), Days.day(Days.BEGINNING))),
                DimCustomer.VALID_TO.is(coalesce(DimCustomer.VALID_TO.col(), Days.day(Days.END))),
                DimCustomer.IS_CURRENT.is(coalesce(DimCustomer.IS_CURRENT.col(), lit(true))),
                DimCustomer.IS_DELETED.is(coalesce(DimCustomer.IS_DELETED.col(), lit(false))),
                DimCustomer.IS_INFERRED.is(inferred));
    }

    private static Column referrer() {
        return when(Customer.REFERRER_SOURCE_ID.col().isNull(), lit(Special.MISSING.key()))
                .otherwise(coalesce(col(REFERRER), lit(Special.UNKNOWN.key())));
    }

    private static Column orUnknown(Column attribute) {
        return coalesce(attribute, lit(Special.UNKNOWN.text()));
    }

    private static Dataset<Row> specialMembers(Dataset<Row> one) {
        Column text = col(SpecialMembers.TEXT);
        return SpecialMembers.of(one)
                .select(
                        DimCustomer.CUSTOMER_SK.is(col(SpecialMembers.KEY)),
                        DimCustomer.CUSTOMER_KEY.is(col(SpecialMembers.KEY)),
                        DimCustomer.CUSTOMER_SOURCE_ID.unknown(),
                        DimCustomer.CUSTOMER_PSEUDONYM.is(concat(lit("special "), text)),
                        DimCustomer.CUSTOMER_TYPE_CODE.is(text),
                        DimCustomer.SEGMENT_CODE.is(text),
                        DimCustomer.ACQUISITION_CHANNEL_CODE.is(text),
                        DimCustomer.REFERRER_KEY.is(Special.NOT_APPLICABLE.key()),
                        DimCustomer.COUNTRY_CODE.is(text),
                        DimCustomer.FIRST_SEEN_DATE.unknown(),
                        DimCustomer.VALID_FROM.is(Days.day(Days.BEGINNING)),
                        DimCustomer.VALID_TO.is(Days.day(Days.END)),
                        DimCustomer.IS_CURRENT.is(true),
                        DimCustomer.IS_DELETED.is(false),
                        DimCustomer.IS_INFERRED.is(false));
    }
}
