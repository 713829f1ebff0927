package io.linkage.core.employee;

import io.linkage.column.Keys;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.DimEmployee;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.staging.Employee;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Employees by spell in a unit, as HR tells it tonight. */
public final class BuildEmployee {
    public static final Build BUILD =
            Build.of(DimEmployee.TABLE).reads(BuildEmployee::from, Employee.TABLE, DimOrgUnit.TABLE);

    private BuildEmployee() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> spells = Spells.of(in.rows(Employee.TABLE), Events.zone(in));
        String began = DimEmployee.VALID_FROM.name();
        Dataset<Row> known = Lookup.unit(spells, in.rows(DimOrgUnit.TABLE), Employee.UNIT_SOURCE_ID.name(), began);
        return DimEmployee.TABLE.shape(known.withColumn(
                        DimEmployee.EMPLOYEE_SK.name(),
                        Keys.digest(DimEmployee.EMPLOYEE_SOURCE_ID.col(), DimEmployee.VALID_FROM.col()))
                .withColumn(DimEmployee.EMPLOYEE_KEY.name(), Keys.digest(DimEmployee.EMPLOYEE_SOURCE_ID.col())));
    }
}
