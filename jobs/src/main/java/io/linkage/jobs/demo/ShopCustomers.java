package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Customer records of the web shop, all columns as text: a CSV export with everything that people type into a form. */
final class ShopCustomers {
    private static final StructType COLUMNS = Employees.text(
            "account_no",
            "name",
            "e_mail",
            "telephone",
            "street",
            "postcode",
            "town",
            "country",
            "born",
            "kind",
            "marketing_no",
            "registered",
            "changed");

    static final DemoTable TABLE = new DemoTable(
            "customer_webshop",
            "customer",
            "webshop",
            List.of("account_no"),
            COLUMNS,
            world -> world.plan().customers(),
            ShopCustomers::make);

    /** Longer than any field that is taken whole. */
    private static final int TOO_LONG = 70_000;
    /** So few that long fields do not swell the export. */
    private static final int LONG_EVERY = 20_000;

    private static final Fault LONG_FIELD = Fault.refused("over-long field", "FIELD_LENGTH");

    /** The first two have another number of fields than the header. */
    private static final List<Fault> FAULTS = List.of(
            Fault.refused("field too few", "FIELD_COUNT"),
            Fault.refused("field too many", "FIELD_COUNT; changed_at: DATE_FORMAT"),
            Fault.refused(
                    "bytes of another encoding", "name", "Zo\u00eb".getBytes(StandardCharsets.ISO_8859_1), "ENCODING"),
            Fault.refused("control character", "street", "Kerklaan\u0007 1", "CONTROL_CHAR"),
            Fault.refused("row without a key", "account_no", null, "customer_source_id: MISSING"),
            Fault.refused("impossible date", "born", "1981-02-30", "birth_date: DATE_FORMAT"),
            Fault.refused("date of another order", "born", "14-03-1981", "birth_date: DATE_FORMAT"),
            Fault.refused("two-digit year", "born", "81-03-14", "birth_date: DATE_FORMAT"),
            Fault.refused("spreadsheet's serial date", "born", "29659", "birth_date: DATE_FORMAT"),
            Fault.refused("date before 1900", "born", "1853-01-01", "birth_date: RANGE"),
            Fault.refused("word of no list", "kind", "robot", "customer_type_code: RANGE"),
            Fault.contradicted("town", "Utrecht"),
            Fault.kept("quotes within text", "street", "Hof \"De Eik\" 7"),
            Fault.kept("comma within text", "street", "Kerklaan 7, achterhuis"),
            Fault.kept("line break within text", "street", "Kerklaan 7\nachterhuis"),
            Fault.kept("backslash at the end", "street", "Kerklaan 7\\"),
            Fault.kept("decomposed accents", "name", "Zoe\u0308 Mu\u0308ller"),
            Fault.kept("text like a command to a database", "name", "Robert'); drop table customer;--"),
            Fault.kept("text like a formula", "name", "=HYPERLINK(\"http://example.com\")"),
            Fault.kept("text like a script", "name", "<script>alert(1)</script>"));

    /** So many for each customer are accounts of people who never ordered. */
    static final double PROSPECT_SHARE = 0.03;

    private static final int FIRST_ODD_NUMBER = 10;
    private static final int PROSPECT_NUMBER = 90;

    private ShopCustomers() {}

    private static void make(World world, long customer, Sink sink) {
        ShopAccount account = ShopAccount.of(world, customer);
        if (account != null) {
            Object[] row = row(world, customer, account.number(), account);
            sink.row(row);
            if (account.isTwice(world, customer)) {
                sink.row(row(world, customer, ShopAccount.number(world, customer, 1), account));
            }
            repeat(world, customer, row, sink);
        }
        // Accounts of people whom no other system knows, and who never ordered.
        if (world.draws("shop-prospect", customer).happens(PROSPECT_SHARE)) {
            sink.row(stranger(world, customer, PROSPECT_NUMBER));
        }
        odd(world, customer, sink);
    }

    /** The same record again, or as it was before: at times an export holds both. */
    private static void repeat(World world, long customer, Object[] row, Sink sink) {
        double draw = world.draws("shop-repeat", customer).uniform() * FaultyRows.EVERY * ShopAccount.SHARE;
        if (draw < 1) {
            sink.row(row);
            sink.dirty(Fault.repeated());
        } else if (draw < 2) {
            Object[] before = row.clone();
            before[COLUMNS.fieldIndex("town")] = "Maastricht";
            before[COLUMNS.fieldIndex("changed")] = "2001-01-01 00:00:00";
            sink.row(before);
            sink.dirty(Fault.superseded("old state after the new one"));
        }
    }

    /** Accounts of people who are no customer otherwise: whatever is wrong with them, nobody's truth is lost. */
    private static void odd(World world, long customer, Sink sink) {
        FaultyRows.plant(
                world,
                TABLE,
                FAULTS,
                customer,
                fault -> {
                    Object[] row = stranger(world, customer, FIRST_ODD_NUMBER + fault);
                    return fault > 1 ? row : Arrays.copyOf(row, row.length + (fault == 0 ? -1 : 1));
                },
                sink);
        if (customer % LONG_EVERY == 0) {
            Object[] row = stranger(world, customer, FIRST_ODD_NUMBER + FAULTS.size());
            row[COLUMNS.fieldIndex("street")] = "x".repeat(TOO_LONG);
            sink.row(row);
            sink.dirty(LONG_FIELD);
        }
    }

    private static Object[] stranger(World world, long customer, int record) {
        Draws draws = world.draws("shop-stranger", customer, record);
        String number = ShopAccount.number(world, customer, record);
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(draws.below(18_000));
        String day = world.plan().day(draws.below(world.plan().days())).toString();
        return new Object[] {
            number,
            "Robin Vos",
            "stranger" + number + "@example.org",
            Person.phone(draws),
            "Nieuwstraat " + (1 + draws.below(300)),
            String.format("%04d ZZ", 1000 + draws.below(9000)),
            "Assen",
            "NL",
            born.toString(),
            "person",
            null,
            day,
            day + " 12:00:00"
        };
    }

    private static Object[] row(World world, long customer, String number, ShopAccount account) {
        Person person = account.person(world, customer);
        Person.Address address = person.address();
        Draws draws = world.draws("shop-row", customer, number.hashCode());
        boolean referred = account.how() == ShopAccount.How.CROSS_REFERENCE;
        return new Object[] {
            number,
            ShopAccount.written(person, draws),
            ShopAccount.email(person.email(), draws),
            ShopAccount.phone(person.phone(), draws),
            address.street() + " " + address.house(),
            draws.happens(0.5) ? address.postalCode().replace(" ", "") : address.postalCode(),
            address.city(),
            address.country(),
            person.birthDate() == null ? null : person.birthDate().toString(),
            person.type(),
            referred ? Long.toString(Customers.number(customer)) : null,
            world.plan().day(account.opened()).toString(),
            world.plan().day(account.opened()) + " 12:00:00"
        };
    }
}
