package io.linkage.core.employee;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.linkage.column.Days;
import io.linkage.column.Keys;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.SpecialMembers;
import io.linkage.core.Versions;
import io.linkage.table.core.DimEmployee;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Employee;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Units as the employee records name them; a unit that is only a parent or only named by facts is inferred. */
public final class BuildOrgUnit {
    public static final Build BUILD =
            Build.of(DimOrgUnit.TABLE).reads(BuildOrgUnit::from, Employee.TABLE, KeyMap.TABLE);

    private static final List<String> WATCHED =
            List.of(DimOrgUnit.UNIT_NAME.name(), DimOrgUnit.PARENT_UNIT_SOURCE_ID.name());

    private static final String END = "_end";

    private BuildOrgUnit() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> keys = in.rows(KeyMap.TABLE)
                .filter(KeyMap.ENTITY_CODE.col().equalTo(KeyMap.UNIT))
                .select(
                        DimOrgUnit.UNIT_SOURCE_ID.is(KeyMap.NATURAL_ID.col()),
                        DimOrgUnit.UNIT_KEY.is(KeyMap.ENTITY_KEY.col()));
        Dataset<Row> employees = in.rows(Employee.TABLE);
        ZoneId zone = Events.zone(in);
        Dataset<Row> versions = Circles.without(Versions.of(
                UnitStates.of(employees, in.asOf(), zone), DimOrgUnit.UNIT_SOURCE_ID.name(), WATCHED, zone));
        String[] unit = {DimOrgUnit.UNIT_SOURCE_ID.name()};
        Dataset<Row> units = keys.join(versions, unit, "left")
                .join(ends(employees, zone), unit, "left")
                .join(Mergers.of(employees, in.asOf(), zone), unit, "left");
        Dataset<Row> known = Keys.settled(
                described(units, in.asOf()),
                DimOrgUnit.UNIT_SK.name(),
                DimOrgUnit.UNIT_SOURCE_ID.col(),
                DimOrgUnit.VALID_FROM.col());
        return DimOrgUnit.TABLE.shape(known.unionByName(specialMembers(in.one())));
    }

    /** First day on which nobody works in a unit any more; a unit that is not among them has had nobody. */
    private static Dataset<Row> ends(Dataset<Row> employees, ZoneId zone) {
        return Spells.of(employees, zone)
                .groupBy(Employee.UNIT_SOURCE_ID.col())
                .agg(max(DimEmployee.VALID_TO.col()).as(END));
    }

    private static Dataset<Row> described(Dataset<Row> units, LocalDate asOf) {
        Column inferred = DimOrgUnit.VALID_FROM.col().isNull();
        Column deserted = coalesce(col(END).leq(Days.day(asOf)), lit(true));
        return units.select(
                DimOrgUnit.UNIT_KEY.col(),
                DimOrgUnit.UNIT_SOURCE_ID.col(),
                DimOrgUnit.UNIT_NAME.is(coalesce(DimOrgUnit.UNIT_NAME.col(), DimOrgUnit.UNIT_SOURCE_ID.col())),
                DimOrgUnit.PARENT_UNIT_SOURCE_ID.col(),
                DimOrgUnit.HAS_CIRCULAR_PARENT.is(coalesce(DimOrgUnit.HAS_CIRCULAR_PARENT.col(), lit(false))),
                DimOrgUnit.VALID_FROM.is(coalesce(DimOrgUnit.VALID_FROM.col(), Days.day(Days.BEGINNING))),
                DimOrgUnit.VALID_TO.is(coalesce(DimOrgUnit.VALID_TO.col(), Days.day(Days.END))),
                DimOrgUnit.IS_CURRENT.is(coalesce(DimOrgUnit.IS_CURRENT.col(), lit(true))),
                DimOrgUnit.IS_DELETED.is(coalesce(DimOrgUnit.IS_CURRENT.col().and(deserted), lit(false))),
                DimOrgUnit.IS_INFERRED.is(inferred),
                DimOrgUnit.MERGED_INTO_UNIT_SOURCE_ID.col(),
                DimOrgUnit.MERGED_DATE.col());
    }

    private static Dataset<Row> specialMembers(Dataset<Row> one) {
        return SpecialMembers.of(one)
                .select(
                        DimOrgUnit.UNIT_SK.is(col(SpecialMembers.KEY)),
                        DimOrgUnit.UNIT_KEY.is(col(SpecialMembers.KEY)),
                        DimOrgUnit.UNIT_SOURCE_ID.unknown(),
                        DimOrgUnit.UNIT_NAME.is(col(SpecialMembers.TEXT)),
                        DimOrgUnit.PARENT_UNIT_SOURCE_ID.unknown(),
                        DimOrgUnit.HAS_CIRCULAR_PARENT.is(false),
                        DimOrgUnit.VALID_FROM.is(Days.day(Days.BEGINNING)),
                        DimOrgUnit.VALID_TO.is(Days.day(Days.END)),
                        DimOrgUnit.IS_CURRENT.is(true),
                        DimOrgUnit.IS_DELETED.is(false),
                        DimOrgUnit.IS_INFERRED.is(false),
                        DimOrgUnit.MERGED_INTO_UNIT_SOURCE_ID.unknown(),
                        DimOrgUnit.MERGED_DATE.unknown());
    }
}
