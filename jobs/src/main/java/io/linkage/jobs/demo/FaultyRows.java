package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;

/**
 * Odd rows: plants them on rows of their own, so that the plain rows keep their truth, and tells of each in
 * {@code truth/faulty_rows}: the makers that plant a row tell of it in the same call.
 */
final class FaultyRows {
    /** Each kind stands once among so many customers. */
    static final int EVERY = 1_000;
    /** In a smaller company a few odd rows would be so large a share that the night stops, as it should. */
    private static final int FIRST = 500;

    /** What was planted: a row's key holds the values of its key columns as received, parted by bars. */
    static final DemoTable TABLE = new DemoTable(
            "faulty_rows",
            "",
            "",
            List.of("feed", "source", "row_key"),
            new StructType()
                    .add("feed", StringType)
                    .add("source", StringType)
                    .add("row_key", StringType)
                    .add("kind", StringType)
                    .add("outcome", StringType)
                    .add("reason", StringType),
            world -> Math.max(world.plan().customers(), Tally.mostOf(Tally.BOUNDED, world)),
            FaultyRows::make);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSSSSSXXX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FaultyRows() {}

    private static void make(World world, long number, Sink sink) {
        if (number < world.plan().customers()) {
            Tally.OF_CUSTOMERS.forEach(table -> tell(table, world, number, sink));
        }
        for (DemoTable table : Tally.BOUNDED) {
            if (number < table.count().applyAsLong(world)) {
                tell(table, world, number, sink);
            }
        }
    }

    private static void tell(DemoTable table, World world, long number, Sink sink) {
        table.maker().make(world, number, new Sink() {
            private Object[] last;

            @Override
            public void row(Object... values) {
                last = values;
            }

            @Override
            public void dirty(Fault fault) {
                sink.row(table.feed(), table.source(), key(table, last), fault.kind(), fault.outcome(), fault.reason());
            }
        });
    }

    static String key(DemoTable table, Object[] row) {
        return table.key().stream()
                .map(column -> text(row[table.columns().fieldIndex(column)]))
                .collect(Collectors.joining("|"));
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Instant moment
                ? MOMENT.format(moment)
                : value.toString().strip();
    }

    /** Plants each fault once among {@link #EVERY} customers. */
    static void plant(
            World world, DemoTable table, List<Fault> faults, long customer, IntFunction<Object[]> plain, Sink sink) {
        plant(world, table, EVERY, faults, customer, plain, sink);
    }

    /**
     * Plants the faults that fall on a customer.
     *
     * @param every once among how many customers: so many that a night does not stop for them
     * @param plain makes a clean row with a key of its own from the number of the fault
     */
    static void plant(
            World world,
            DemoTable table,
            int every,
            List<Fault> faults,
            long customer,
            IntFunction<Object[]> plain,
            Sink sink) {
        for (int number = 0; number < faults.size(); number++) {
            Fault fault = faults.get(number);
            int place = FIRST
                    + world.draws("fault", table.name().hashCode(), number).below(every - FIRST);
            if (customer % every == place) {
                Object[] row = plain.apply(number);
                if (fault.isContradiction()) {
                    sink.row(row);
                    sink.dirty(fault);
                }
                sink.row(changed(table, row, fault));
                sink.dirty(fault);
            }
        }
    }

    private static Object[] changed(DemoTable table, Object[] row, Fault fault) {
        Object[] changed = Arrays.copyOf(row, row.length);
        if (fault.column() != null) {
            changed[table.columns().fieldIndex(fault.column())] = fault.value();
        }
        return changed;
    }
}
