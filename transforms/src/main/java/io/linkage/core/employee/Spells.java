package io.linkage.core.employee;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.row_number;

import io.linkage.column.Days;
import io.linkage.table.core.DimEmployee;
import io.linkage.table.staging.Employee;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Which unit an employee worked in on which day, by what is known tonight; at most one at a time. */
public final class Spells {
    private Spells() {}

    /** Adds the unit of the employee on the date as {@code unit_source_id}; null where none is known. */
    public static Dataset<Row> unitOf(Dataset<Row> events, Dataset<Row> employees, String employee, String date) {
        Dataset<Row> spells = of(employees)
                .select(
                        Employee.EMPLOYEE_SOURCE_ID.col().as("_employee"),
                        Employee.UNIT_SOURCE_ID.col(),
                        DimEmployee.VALID_FROM.col().as("_from"),
                        DimEmployee.VALID_TO.col().as("_to"));
        Column works = col(employee)
                .equalTo(col("_employee"))
                .and(col(date).geq(col("_from")))
                .and(col(date).lt(col("_to")));
        return events.join(spells, works, "left").drop("_employee", "_from", "_to");
    }

    /** Spells with {@code valid_from} and {@code valid_to}; one that overlaps the next ends where that begins. */
    static Dataset<Row> of(Dataset<Row> employees) {
        Column[] spell = {Employee.EMPLOYEE_SOURCE_ID.col(), Employee.STARTED_DATE.col()};
        Column latest = row_number()
                .over(Window.partitionBy(spell)
                        .orderBy(Employee.LOADED_DATE.col().desc()));
        Column next = lead(Employee.STARTED_DATE.col(), 1)
                .over(Window.partitionBy(Employee.EMPLOYEE_SOURCE_ID.col()).orderBy(Employee.STARTED_DATE.col()));
        Column ended = coalesce(Employee.ENDED_DATE.col(), Days.day(Days.END));
        return employees
                .withColumn("_latest", latest)
                .filter(col("_latest").equalTo(1).and(Employee.IS_DELETED.col().equalTo(false)))
                .withColumn(DimEmployee.VALID_FROM.name(), Employee.STARTED_DATE.col())
                .withColumn(DimEmployee.VALID_TO.name(), least(ended, coalesce(next, Days.day(Days.END))));
    }
}
