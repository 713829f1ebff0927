package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.SENSITIVE;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Employees' spells in a unit, one row for each change that a night saw; restricted. */
public final class Employee {
    private static final TableBuilder T = Table.named("stg_employee", Layer.STAGING)
            .feed("employee")
            .history()
            .restricted()
            .grain("one row per employee, spell in a unit and night that saw it new, changed or dropped")
            .meaning("Who worked in which unit, from when to when.");

    public static final Field EMPLOYEE_SOURCE_ID =
            T.key("employee_source_id", Domain.ID, SENSITIVE, "Identifier of the employee in the HR system");
    public static final Field STARTED_DATE =
            T.key("started_date", Domain.DATE, SENSITIVE, "First day of the spell in the unit");
    public static final Field LOADED_DATE = Arrival.historyKey(T);
    public static final Field ENDED_DATE =
            T.optional("ended_date", Domain.DATE, SENSITIVE, "First day after the spell; absent while it lasts");
    public static final Field UNIT_SOURCE_ID =
            T.required("unit_source_id", Domain.ID, INTERNAL, "Unit in which the employee works");
    public static final Field UNIT_NAME = T.optional("unit_name", Domain.TEXT, INTERNAL, "Name of the unit");
    public static final Field PARENT_UNIT_SOURCE_ID =
            T.optional("parent_unit_source_id", Domain.ID, INTERNAL, "Unit that the unit belongs to");
    public static final Field MANAGER_SOURCE_ID =
            T.optional("manager_source_id", Domain.ID, SENSITIVE, "Employee who manages this one");
    public static final Field ROLE_CODE = T.optional("role_code", Domain.CODE, SENSITIVE, "Role in the unit");
    public static final Field WEEKLY_HOURS =
            T.optional("weekly_hours", Domain.HOURS, SENSITIVE, "Contracted hours a week");
    public static final Field HOURLY_COST = T.optional(
            "hourly_cost", Domain.PRICE.between("0", null).in("reporting currency"), SENSITIVE, "Cost of one hour");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the spell");
    public static final Field IS_DELETED = Arrival.deleted(T);
    public static final Field SOURCE_CODE = Arrival.source(T);

    public static final Table TABLE = T.spell(STARTED_DATE, ENDED_DATE).build();

    private Employee() {}
}
