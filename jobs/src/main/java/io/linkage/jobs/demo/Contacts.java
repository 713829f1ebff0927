package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.linkage.model.random.Draws;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Service contacts of the marketing database: some days after some of the orders. */
final class Contacts {
    static final DemoTable TABLE = new DemoTable(
            "interaction",
            "marketing",
            List.of("interaction_no"),
            new StructType()
                    .add("interaction_no", StringType)
                    .add("customer_no", LongType)
                    .add("employee_no", StringType)
                    .add("contacted_at", TimestampType)
                    .add("channel", StringType)
                    .add("reason", StringType)
                    .add("handling_seconds", IntegerType)
                    .add("waiting_seconds", IntegerType)
                    .add("solved", BooleanType),
            world -> world.plan().customers(),
            Contacts::make);

    private static final List<Fault> FAULTS = List.of(
            Fault.refused("negative duration", "handling_seconds", -60, "handling_seconds: RANGE"),
            Fault.refused("no date", "contacted_at", null, "contacted_at: MISSING"));

    static final double CONTACT_SHARE = 0.35;
    static final double HOME_SHARE = 0.85;

    private static final double SOLVED_SHARE = 0.7;
    private static final double KNOWN_SHARE = 0.98;
    private static final double BOT_SHARE = 0.05;

    /**
     * One contact.
     *
     * @param order order that it follows, from 0
     * @param day day from the start of the window
     * @param unit unit that served
     * @param employee employee who served, or −1
     * @param solved whether it was solved at once
     */
    record Contact(int order, int day, Staff.Unit unit, int employee, boolean solved) {}

    private Contacts() {}

    /** The contacts of one customer; the surveys ask about the same ones. */
    static List<Contact> of(World world, long customer, Life life) {
        List<Contact> contacts = new ArrayList<>();
        for (int order = 0; order < life.orders(); order++) {
            Contact contact = after(world, customer, order, life.days()[order]);
            if (contact != null) {
                contacts.add(contact);
            }
        }
        return contacts;
    }

    /** The contact after an order of a day, or null. */
    static Contact after(World world, long customer, int order, int orderDay) {
        Draws draws = world.draws("contact", customer, order);
        int day = orderDay + 1 + draws.below(14);
        if (!draws.happens(CONTACT_SHARE) || day > world.lastDay()) {
            return null;
        }
        Staff staff = world.staff();
        Staff.Unit unit =
                draws.happens(HOME_SHARE) ? staff.home(customer) : staff.unitOf(draws.below(staff.employees()));
        int employee = draws.happens(BOT_SHARE) ? -1 : staff.someone(unit, day, draws);
        double ease = staff.engagement(unit.index(), staff.waveAt(day)) - Staff.ENGAGEMENT_MEAN;
        double solved = SOLVED_SHARE + world.plan().effects().engagementOnSolved() * ease;
        return new Contact(order, day, unit, employee, draws.happens(solved));
    }

    /** 1 where a contact was not solved, else 0, less the mean over all orders. */
    static double unsolvedAboveMean(Contact contact) {
        return (contact == null || contact.solved() ? 0 : 1) - CONTACT_SHARE * (1 - SOLVED_SHARE);
    }

    private static void make(World world, long customer, Sink sink) {
        for (Contact contact : of(world, customer, world.life(customer))) {
            String number = "C" + Customers.number(customer) + "-" + (contact.order() + 1);
            sink.row(row(world, customer, contact, number, world.draws("contact-row", customer, contact.order())));
        }
        FaultyRows.plant(
                world,
                TABLE,
                FAULTS,
                customer,
                fault -> {
                    String number = "CX" + Customers.number(customer) + "-" + fault;
                    Contact contact = new Contact(0, 0, world.staff().home(customer), -1, true);
                    return row(world, customer, contact, number, world.draws("contact-odd", customer, fault));
                },
                sink);
    }

    private static Object[] row(World world, long customer, Contact contact, String number, Draws draws) {
        Instant moment = world.plan()
                .day(contact.day())
                .atTime(8 + draws.below(12), draws.below(60), draws.below(60))
                .toInstant(ZoneOffset.UTC);
        return new Object[] {
            number,
            draws.happens(KNOWN_SHARE) ? Customers.number(customer) : null,
            contact.employee() < 0 ? null : Employees.number(contact.employee()),
            moment,
            contact.employee() < 0 ? "chatbot" : draws.oneOf("phone", "phone", "chat", "e-mail", "store"),
            draws.oneOf("delivery", "invoice", "product", "complaint"),
            20 + (int) (240 * draws.exponential(1)),
            (int) (90 * draws.exponential(1)),
            contact.solved()
        };
    }
}
