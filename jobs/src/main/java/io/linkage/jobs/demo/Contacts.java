package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Service contacts of the marketing database: some days after some of the orders. */
final class Contacts {
    static final DemoTable TABLE = new DemoTable(
            "interaction",
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

    static final double FAULTY_SHARE = 0.003;
    static final double CONTACT_SHARE = 0.35;
    static final double HOME_SHARE = 0.85;
    /** Share solved at once for one point more engagement of the unit. */
    static final double SOLVED_PER_ENGAGEMENT = 0.25;

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
        Staff staff = world.staff();
        for (int order = 0; order < life.orders(); order++) {
            Draws draws = world.draws("contact", customer, order);
            int day = life.days()[order] + 1 + draws.below(14);
            if (draws.happens(CONTACT_SHARE) && day < world.plan().days()) {
                Staff.Unit unit =
                        draws.happens(HOME_SHARE) ? staff.home(customer) : staff.unitOf(draws.below(staff.employees()));
                int employee = draws.happens(BOT_SHARE) ? -1 : staff.someone(unit, day, draws);
                double ease = staff.engagement(unit.index(), staff.waveAt(day)) - Staff.ENGAGEMENT_MEAN;
                contacts.add(new Contact(
                        order, day, unit, employee, draws.happens(SOLVED_SHARE + SOLVED_PER_ENGAGEMENT * ease)));
            }
        }
        return contacts;
    }

    private static void make(World world, long customer, Sink sink) {
        for (Contact contact : of(world, customer, Life.of(world.plan(), customer))) {
            Draws draws = world.draws("contact-row", customer, contact.order());
            row(world, customer, contact, "", 20 + (int) (240 * draws.exponential(1)), draws, sink);
            if (draws.happens(FAULTY_SHARE)) {
                row(world, customer, contact, "-x", -60, draws, sink);
                sink.dirty("negative handling time");
            }
        }
    }

    private static void row(
            World world, long customer, Contact contact, String suffix, int handling, Draws draws, Sink sink) {
        Instant moment = world.plan()
                .day(contact.day())
                .atTime(8 + draws.below(12), draws.below(60), draws.below(60))
                .toInstant(ZoneOffset.UTC);
        sink.row(
                "C" + Customers.number(customer) + "-" + (contact.order() + 1) + suffix,
                draws.happens(KNOWN_SHARE) ? Customers.number(customer) : null,
                contact.employee() < 0 ? null : Employees.number(contact.employee()),
                moment,
                contact.employee() < 0 ? "chatbot" : draws.oneOf("phone", "phone", "chat", "e-mail", "store"),
                draws.oneOf("delivery", "invoice", "product", "complaint"),
                handling,
                (int) (90 * draws.exponential(1)),
                contact.solved());
    }
}
