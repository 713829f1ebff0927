package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.types.StructType;

/** What each customer is like and did, whatever record names it, for {@code truth/customer}. */
final class TrueCustomers {
    static final DemoTable TABLE = new DemoTable(
            "customer",
            "",
            "",
            List.of("person_no"),
            new StructType()
                    .add("person_no", StringType)
                    .add("prospect", BooleanType)
                    .add("segment", StringType)
                    .add("purchases_a_week", DoubleType)
                    .add("leaving_probability", DoubleType)
                    .add("order_mean_eur", DoubleType)
                    .add("first_purchase", DateType)
                    .add("last_purchase", DateType)
                    .add("orders", IntegerType)
                    .add("spent_eur", createDecimalType(18, 2))
                    .add("unsolved_contacts", IntegerType)
                    .add("moved", DateType)
                    .add("married", DateType)
                    .add("child_born", DateType),
            world -> world.plan().customers(),
            TrueCustomers::make);

    private TrueCustomers() {}

    private static void make(World world, long customer, Sink sink) {
        Life life = world.life(customer);
        Traits traits = Traits.of(world.plan(), customer);
        LifeEvents events = LifeEvents.of(world, customer);
        boolean buyer = life.orders() > 0;
        sink.row(
                "P" + Customers.number(customer),
                life.prospect(),
                Customers.segment(world, customer),
                7 * traits.daily(),
                life.leaving(),
                life.orderMean(),
                buyer ? day(world, life.days()[0]) : null,
                buyer ? day(world, life.days()[life.orders() - 1]) : null,
                life.orders(),
                BigDecimal.valueOf(LongStream.of(life.cents()).sum(), 2),
                (int) Contacts.of(world, customer, life).stream()
                        .filter(contact -> !contact.solved())
                        .count(),
                day(world, events.moving()),
                day(world, events.wedding()),
                day(world, events.birth()));
    }

    private static LocalDate day(World world, int number) {
        return number == LifeEvents.NEVER ? null : world.plan().day(number);
    }
}
