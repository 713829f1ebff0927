package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.StringType;

import io.linkage.model.random.Draws;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Employees of the HR export, all columns as text: a row is a spell in a unit. */
final class Employees {
    static final DemoTable TABLE = new DemoTable(
            "employee",
            "hr",
            List.of("employee_no", "start_date"),
            text(
                    "employee_no",
                    "unit_no",
                    "unit_name",
                    "parent_unit_no",
                    "manager_no",
                    "role",
                    "weekly_hours",
                    "hourly_cost",
                    "start_date",
                    "end_date"),
            world -> world.staff().employees(),
            Employees::make);

    private static final int FIRST_ODD = 20;
    private static final int ODD_EVERY = 21;

    /** Each stands beside a true row of another employee, under a number of its own. */
    private static final List<Fault> FAULTS = List.of(
            Fault.refused("text in a number", "weekly_hours", "full-time", "weekly_hours: NUMBER_FORMAT"),
            Fault.refused("end before start", "end_date", "1999-12-31", "ended_date: BEFORE_START"),
            Fault.refused("currency sign", "hourly_cost", "\u20ac 31.00", "hourly_cost: NUMBER_FORMAT"),
            Fault.refused("more hours than a week has", "weekly_hours", "360", "weekly_hours: RANGE"),
            Fault.refused("two-digit year", "start_date", "19-03-01", "started_date: DATE_FORMAT"));

    private Employees() {}

    static StructType text(String... names) {
        StructType columns = new StructType();
        for (String name : names) {
            columns = columns.add(name, StringType);
        }
        return columns;
    }

    static String number(int employee) {
        return String.format("E%05d", employee + 1);
    }

    private static void make(World world, long number, Sink sink) {
        int employee = (int) number;
        Spell spell = Spell.first(world.plan(), employee);
        Staff.Unit unit = world.staff().unitOf(employee);
        Object[] row = row(world, employee, number(employee), unit, spell);
        sink.row(row);
        if (spell.moves()) {
            List<Staff.Unit> units = world.staff().units();
            Staff.Unit next = units.get((unit.index() + 1) % units.size());
            sink.row(row(world, employee, number(employee), next, new Spell(spell.until(), Spell.OPEN, false)));
        }
        if (employee == FIRST_ODD) {
            sink.row(row);
            sink.dirty(Fault.repeated());
        }
        odd(row, employee, sink);
    }

    private static void odd(Object[] row, int employee, Sink sink) {
        int fault = (employee - FIRST_ODD) / ODD_EVERY - 1;
        if (employee > FIRST_ODD && (employee - FIRST_ODD) % ODD_EVERY == 0 && fault < FAULTS.size()) {
            Object[] changed = row.clone();
            changed[0] = String.format("E999%02d", fault + 1);
            changed[TABLE.columns().fieldIndex(FAULTS.get(fault).column())] =
                    FAULTS.get(fault).value();
            sink.row(changed);
            sink.dirty(FAULTS.get(fault));
        }
    }

    private static Object[] row(World world, int employee, String number, Staff.Unit unit, Spell spell) {
        Draws draws = world.draws("employee", employee);
        boolean manager = employee == unit.first();
        String weekly = draws.oneOf("40", "40", "36", "32", "24");
        String cost = String.format(java.util.Locale.ROOT, "%.2f", (manager ? 48 : 27) + 12 * draws.uniform());
        DemoPlan plan = world.plan();
        return new Object[] {
            number,
            unit.number(),
            unit.name(),
            unit.parent(),
            manager ? null : number(unit.first()),
            manager ? "manager" : draws.oneOf("adviser", "adviser", "senior-adviser"),
            weekly,
            cost,
            plan.day(spell.from()).toString(),
            spell.until() == Spell.OPEN ? null : plan.day(spell.until()).toString()
        };
    }
}
