package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Who is who, for {@code truth/identity}: every record of a customer in any system. Records not in it are nobody else's. */
final class Identities {
    static final DemoTable TABLE = new DemoTable(
            "identity",
            "",
            "",
            List.of("customer_no"),
            new StructType()
                    .add("customer_no", StringType)
                    .add("source", StringType)
                    .add("person_no", StringType)
                    .add("known_by", StringType)
                    .add("household", StringType),
            world -> world.plan().customers(),
            Identities::make);

    private Identities() {}

    private static void make(World world, long customer, Sink sink) {
        String person = "P" + Customers.number(customer);
        String household = Household.of(world, customer).name().toLowerCase(java.util.Locale.ROOT);
        String marketing = Customers.TABLE.source();
        sink.row(Long.toString(Customers.number(customer)), marketing, person, "first record", household);
        if (Customers.isTwice(world, customer)) {
            sink.row(
                    Long.toString(Customers.secondNumber(world, customer)),
                    marketing,
                    person,
                    "second record",
                    household);
        }
        ShopAccount account = ShopAccount.of(world, customer);
        if (account != null) {
            String shop = ShopCustomers.TABLE.source();
            sink.row(account.number(), shop, person, account.how().words(), household);
            if (account.isTwice(world, customer)) {
                sink.row(ShopAccount.number(world, customer, 1), shop, person, "second record", household);
            }
        }
    }
}
