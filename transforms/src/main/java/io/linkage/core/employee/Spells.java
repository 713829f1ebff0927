package io.linkage.core.employee;

import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Turn;
import io.linkage.table.core.DimEmployee;
import io.linkage.table.staging.Employee;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Which unit an employee worked in on which day, by what is known tonight; at most one at a time. */
public final class Spells {
    private static final String GONE = "_gone";

    private Spells() {}

    /** Adds the unit of the employee on the date as {@code unit_source_id}; null where none is known. */
    public static Dataset<Row> unitOf(Inputs in, Dataset<Row> events, String employee, String date) {
        Dataset<Row> spells = of(in.rows(Employee.TABLE), Events.zone(in))
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

    /**
     * Spells with {@code valid_from} and {@code valid_to}; one that overlaps the next ends where that begins, and one that HR
     * dropped on the night that saw it gone: who left, or moved on, has worked there.
     */
    static Dataset<Row> of(Dataset<Row> employees, ZoneId zone) {
        Column[] spell = {Employee.EMPLOYEE_SOURCE_ID.col(), Employee.STARTED_DATE.col()};
        Column latest = row_number()
                .over(Window.partitionBy(spell).orderBy(col(Turn.TURN).desc()));
        Column next = lead(Employee.STARTED_DATE.col(), 1)
                .over(Window.partitionBy(Employee.EMPLOYEE_SOURCE_ID.col()).orderBy(Employee.STARTED_DATE.col()));
        Column ended = coalesce(Employee.ENDED_DATE.col(), Days.day(Days.END));
        Column gone =
                when(Employee.IS_DELETED.col(), Employee.LOADED_DATE.col()).otherwise(Days.day(Days.END));
        return turns(employees, zone)
                .withColumn("_latest", latest)
                .filter(col("_latest").equalTo(1))
                .withColumn(GONE, gone)
                .withColumn(
                        "_all",
                        collect_list(struct(Employee.STARTED_DATE.col(), Employee.UNIT_SOURCE_ID.col(), col(GONE)))
                                .over(Window.partitionBy(Employee.EMPLOYEE_SOURCE_ID.col())))
                .filter(isTold())
                .withColumn(DimEmployee.VALID_FROM.name(), Employee.STARTED_DATE.col())
                .withColumn(DimEmployee.VALID_TO.name(), least(ended, col(GONE), coalesce(next, Days.day(Days.END))))
                .filter(DimEmployee.VALID_FROM.col().lt(DimEmployee.VALID_TO.col()))
                .drop("_latest", "_all", GONE, Turn.TURN);
    }

    /** Adds to the rows of each spell their turn. */
    static Dataset<Row> turns(Dataset<Row> employees, ZoneId zone) {
        return Turn.of(employees, zone, Employee.EMPLOYEE_SOURCE_ID.name(), Employee.STARTED_DATE.name());
    }

    /** Not a spell that was dropped while its unit stayed, as its first day was corrected, or a spell that never was. */
    private static Column isTold() {
        Column remaining = filter(col("_all"), spell -> spell.getField(GONE).gt(col(GONE)));
        Column following = array_min(filter(
                remaining, spell -> spell.getField(Employee.STARTED_DATE.name()).gt(Employee.STARTED_DATE.col())));
        Column moved = following.getField(Employee.UNIT_SOURCE_ID.name()).notEqual(Employee.UNIT_SOURCE_ID.col());
        return Employee.IS_DELETED
                .col()
                .equalTo(false)
                .or(size(remaining).equalTo(0))
                .or(coalesce(moved, lit(false)));
    }
}
