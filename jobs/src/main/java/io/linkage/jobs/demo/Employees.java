package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Employees of the HR export, all columns as text: a row is a spell in a unit. */
final class Employees {
    static final DemoTable TABLE = new DemoTable(
            "employee",
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

    private static final int DUPLICATE = 20;
    private static final int TEXT = 41;
    private static final int BACKWARDS = 62;

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
        row(world, employee, number(employee), unit, spell, "", sink);
        if (spell.moves()) {
            List<Staff.Unit> units = world.staff().units();
            Staff.Unit next = units.get((unit.index() + 1) % units.size());
            row(world, employee, number(employee), next, new Spell(spell.until(), Spell.OPEN, false), "", sink);
        }
        dirt(world, employee, unit, spell, sink);
    }

    /** Faulty rows stand beside the true ones and carry numbers of their own: no truth is lost with them. */
    private static void dirt(World world, int employee, Staff.Unit unit, Spell spell, Sink sink) {
        if (employee == DUPLICATE) {
            row(world, employee, number(employee), unit, spell, "", sink);
            sink.dirty("exact duplicate");
        }
        if (employee == TEXT) {
            row(world, employee, "E99901", unit, spell, "full-time", sink);
            sink.dirty("text in a number");
        }
        if (employee == BACKWARDS) {
            row(world, employee, "E99902", unit, new Spell(20, 10, false), "", sink);
            sink.dirty("end before start");
        }
    }

    private static void row(
            World world, int employee, String number, Staff.Unit unit, Spell spell, String hours, Sink sink) {
        Draws draws = world.draws("employee", employee);
        boolean manager = employee == unit.first();
        String weekly = draws.oneOf("40", "40", "36", "32", "24");
        String cost = String.format(java.util.Locale.ROOT, "%.2f", (manager ? 48 : 27) + 12 * draws.uniform());
        DemoPlan plan = world.plan();
        sink.row(
                number,
                unit.number(),
                unit.name(),
                unit.parent(),
                manager ? null : number(unit.first()),
                manager ? "manager" : draws.oneOf("adviser", "adviser", "senior-adviser"),
                hours.isEmpty() ? weekly : hours,
                cost,
                plan.day(spell.from()).toString(),
                spell.until() == Spell.OPEN ? null : plan.day(spell.until()).toString());
    }
}
