package io.linkage.core.employee;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.table.core.DimEmployee;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.staging.Employee;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Units that another took up, as no feed tells of it: nobody works there any more, more than half of those who did on the last day
 * went on in one other unit within a week, and they are at least a tenth of it. A unit that goes on under another code is one, too.
 */
final class Mergers {
    private static final int WEEK = 7;
    private static final int NOTICED = 10;

    private static final String END = "_end";
    private static final String WENT = "_went";
    private static final String MOVED = "_moved";

    private Mergers() {}

    /** One row per unit that was taken up by the day, with the unit that did and the first day in it. */
    static Dataset<Row> of(Dataset<Row> employees, LocalDate asOf, ZoneId zone) {
        Dataset<Row> spells = Spells.of(employees, zone)
                .select(
                        Employee.EMPLOYEE_SOURCE_ID.col(),
                        Employee.UNIT_SOURCE_ID.col(),
                        DimEmployee.VALID_FROM.col(),
                        DimEmployee.VALID_TO.col());
        Dataset<Row> taken = taken(spells, asOf);
        Dataset<Row> there = spells.select(
                Employee.UNIT_SOURCE_ID.col().as("_unit"), DimEmployee.VALID_FROM.col(), DimEmployee.VALID_TO.col());
        Column works = DimOrgUnit.MERGED_INTO_UNIT_SOURCE_ID
                .col()
                .equalTo(col("_unit"))
                .and(DimOrgUnit.MERGED_DATE.col().geq(DimEmployee.VALID_FROM.col()))
                .and(DimOrgUnit.MERGED_DATE.col().lt(DimEmployee.VALID_TO.col()));
        return taken.join(there, works)
                .groupBy(
                        DimOrgUnit.UNIT_SOURCE_ID.col(),
                        DimOrgUnit.MERGED_INTO_UNIT_SOURCE_ID.col(),
                        DimOrgUnit.MERGED_DATE.col(),
                        col(MOVED))
                .agg(count(lit(1)).as("_people"))
                .filter(col(MOVED).multiply(NOTICED).geq(col("_people")))
                .drop(MOVED, "_people");
    }

    private static Dataset<Row> taken(Dataset<Row> spells, LocalDate asOf) {
        WindowSpec career =
                Window.partitionBy(Employee.EMPLOYEE_SOURCE_ID.col()).orderBy(DimEmployee.VALID_FROM.col());
        WindowSpec unit = Window.partitionBy(Employee.UNIT_SOURCE_ID.col());
        Column soon = col("_next_from").leq(date_add(col(END), WEEK));
        Dataset<Row> last = spells.withColumn(
                        WENT, lead(Employee.UNIT_SOURCE_ID.col(), 1).over(career))
                .withColumn("_next_from", lead(DimEmployee.VALID_FROM.col(), 1).over(career))
                .withColumn(END, max(DimEmployee.VALID_TO.col()).over(unit))
                .filter(DimEmployee.VALID_TO.col().equalTo(col(END)).and(col(END).leq(Days.day(asOf))));
        return last.groupBy(
                        Employee.UNIT_SOURCE_ID.col(), DimOrgUnit.MERGED_INTO_UNIT_SOURCE_ID.is(when(soon, col(WENT))))
                .agg(count(lit(1)).as(MOVED), DimOrgUnit.MERGED_DATE.is(min("_next_from")))
                .withColumn("_all", sum(MOVED).over(unit))
                .filter(DimOrgUnit.MERGED_INTO_UNIT_SOURCE_ID
                        .col()
                        .isNotNull()
                        .and(col(MOVED).multiply(2).gt(col("_all")))
                        .and(DimOrgUnit.MERGED_DATE.col().leq(Days.day(asOf))))
                .drop("_all");
    }
}
