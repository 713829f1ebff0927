package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;
import static io.linkage.contract.Privacy.SENSITIVE;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Employees by HR's own spells; never leaves the restricted zone. */
public final class DimEmployee {
    private static final TableBuilder T = Table.named("dim_employee", Layer.CORE)
            .restricted()
            .grain("one row per employee and spell in a unit")
            .meaning("Who worked in which unit, in which role and under whom, from when to when.");

    public static final Field EMPLOYEE_SK =
            T.key("employee_sk", Domain.KEY, SENSITIVE, "Key of this spell of the employee");
    public static final Field EMPLOYEE_KEY =
            T.required("employee_key", Domain.KEY, SENSITIVE, "Key of the employee, whatever the spell");
    public static final Field EMPLOYEE_SOURCE_ID =
            T.required("employee_source_id", Domain.ID, SENSITIVE, "Identifier in the HR system");
    public static final Field UNIT_SK =
            T.reference("unit_sk", DimOrgUnit.UNIT_SK, "Unit as it was when the spell began");
    public static final Field UNIT_KEY = T.required("unit_key", Domain.KEY, INTERNAL, "Unit, whatever the version");
    public static final Field MANAGER_SOURCE_ID =
            T.optional("manager_source_id", Domain.ID, SENSITIVE, "Employee who manages this one");
    public static final Field ROLE_CODE = T.optional("role_code", Domain.CODE, SENSITIVE, "Role in the unit");
    public static final Field WEEKLY_HOURS =
            T.optional("weekly_hours", Domain.HOURS, SENSITIVE, "Contracted hours a week");
    public static final Field HOURLY_COST =
            T.optional("hourly_cost", Domain.PRICE.in("reporting currency"), SENSITIVE, "Cost of one hour");
    public static final Field VALID_FROM = T.required("valid_from", Domain.DATE, SENSITIVE, "First day of the spell");
    public static final Field VALID_TO =
            T.required("valid_to", Domain.DATE, SENSITIVE, "First day after the spell; 9999-12-31 while it lasts");

    public static final Table TABLE = T.build();

    private DimEmployee() {}
}
