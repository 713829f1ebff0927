package io.linkage.core.employee;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Field;
import io.linkage.core.Turn;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.staging.Arrival;
import io.linkage.table.staging.Employee;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What a unit is, each day on which who works there changed: name and parent are what most of the spells say that run then, as last
 * loaded; of as many, the first by name. A spell that names none has no say. Staging holds what changed alone: one row of a night is
 * one voice among all that stand.
 */
final class UnitStates {
    private static final String UNTIL = "_until";
    private static final String DAY = "_day";
    private static final String SPELLS = "_spells";
    private static final String MOVE = "_move";

    private UnitStates() {}

    /** One state per unit and day, as {@link io.linkage.core.Versions} takes them. */
    static Dataset<Row> of(Dataset<Row> employees, LocalDate asOf, ZoneId zone) {
        Dataset<Row> news = news(employees, zone);
        Dataset<Row> moves = moves(news, asOf);
        String[] state = {DimOrgUnit.UNIT_SOURCE_ID.name(), DAY};
        Dataset<Row> running = voted(moves, DimOrgUnit.UNIT_NAME)
                .join(voted(moves, DimOrgUnit.PARENT_UNIT_SOURCE_ID), state, "inner")
                .withColumnRenamed(DAY, Arrival.LOADED);
        String[] unit = {DimOrgUnit.UNIT_SOURCE_ID.name()};
        return running.unionByName(ended(news).join(running, unit, "left_anti"))
                .withColumn(Arrival.CHANGED, lit(null).cast("timestamp"))
                .withColumn(Arrival.DELETED, lit(false));
    }

    /** Without what is older than a row that was loaded before it. */
    private static Dataset<Row> news(Dataset<Row> employees, ZoneId zone) {
        Column latest = max(Turn.TURN)
                .over(Window.partitionBy(Employee.EMPLOYEE_SOURCE_ID.col(), Employee.STARTED_DATE.col())
                        .orderBy(Employee.LOADED_DATE.col()));
        return Spells.turns(employees, zone)
                .withColumn("_latest", latest)
                .filter(col(Turn.TURN).equalTo(col("_latest")))
                .drop("_latest", Turn.TURN);
    }

    /** Spells that come and go: a row stands from its load until the next of its spell, or until the spell has ended. */
    private static Dataset<Row> moves(Dataset<Row> employees, LocalDate asOf) {
        Column next = lead(Employee.LOADED_DATE.col(), 1)
                .over(Window.partitionBy(Employee.EMPLOYEE_SOURCE_ID.col(), Employee.STARTED_DATE.col())
                        .orderBy(Employee.LOADED_DATE.col()));
        Column end = Days.day(Days.END);
        return employees
                .withColumn(UNTIL, least(coalesce(next, end), coalesce(Employee.ENDED_DATE.col(), end)))
                .filter(not(Employee.IS_DELETED.col())
                        .and(Employee.LOADED_DATE.col().lt(col(UNTIL))))
                .withColumn(
                        MOVE,
                        explode(array(
                                struct(Employee.LOADED_DATE.col().as(DAY), lit(1L).as(SPELLS)),
                                struct(col(UNTIL).as(DAY), lit(-1L).as(SPELLS)))))
                .select(
                        DimOrgUnit.UNIT_SOURCE_ID.is(Employee.UNIT_SOURCE_ID.col()),
                        DimOrgUnit.UNIT_NAME.is(Employee.UNIT_NAME.col()),
                        DimOrgUnit.PARENT_UNIT_SOURCE_ID.is(Employee.PARENT_UNIT_SOURCE_ID.col()),
                        col(MOVE).getField(DAY).as(DAY),
                        col(MOVE).getField(SPELLS).as(SPELLS))
                .filter(col(DAY).leq(Days.day(asOf)));
    }

    /** What most say on each day on which anybody works there; a unit that is left keeps what it was. */
    private static Dataset<Row> voted(Dataset<Row> moves, Field said) {
        Column unit = DimOrgUnit.UNIT_SOURCE_ID.col();
        Dataset<Row> days = moves.select(unit, col(DAY)).distinct();
        Dataset<Row> everyDay = moves.select(unit, said.col())
                .distinct()
                .join(days, new String[] {DimOrgUnit.UNIT_SOURCE_ID.name()}, "inner")
                .withColumn(SPELLS, lit(0L));
        Column vote = when(said.col().isNotNull(), struct(negate(col(SPELLS)).as(SPELLS), said.col()));
        return moves.select(unit, said.col(), col(DAY), col(SPELLS))
                .unionByName(everyDay)
                .groupBy(unit, said.col(), col(DAY))
                .agg(sum(SPELLS).as(SPELLS))
                .withColumn(
                        SPELLS,
                        sum(SPELLS).over(Window.partitionBy(unit, said.col()).orderBy(DAY)))
                .filter(col(SPELLS).gt(0))
                .groupBy(unit, col(DAY))
                .agg(min_by(said.col(), vote).as(said.name()));
    }

    /** Of units in which nobody has worked since the first load, what the spell says that ended last. */
    private static Dataset<Row> ended(Dataset<Row> employees) {
        return employees
                .filter(not(Employee.IS_DELETED.col()))
                .groupBy(DimOrgUnit.UNIT_SOURCE_ID.is(Employee.UNIT_SOURCE_ID.col()))
                .agg(
                        last(Employee.UNIT_NAME).as(DimOrgUnit.UNIT_NAME.name()),
                        last(Employee.PARENT_UNIT_SOURCE_ID).as(DimOrgUnit.PARENT_UNIT_SOURCE_ID.name()),
                        min(Employee.LOADED_DATE.col()).as(Arrival.LOADED));
    }

    private static Column last(Field said) {
        Column turn = struct(Employee.ENDED_DATE.col(), Employee.LOADED_DATE.col(), said.col());
        return max_by(said.col(), when(said.col().isNotNull(), turn));
    }
}
