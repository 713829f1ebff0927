package io.linkage.core.employee;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Employee;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A unit is what most who work there say it is. */
class UnitStatesTest {

    @Test
    void whoIsHiredWithoutAParentTakesNoneAway() {
        assertThat(units("""
                a|2024-01-01||2024-02-01|U3|North|R1|false
                b|2024-01-01||2024-02-01|U3|North|R1|false
                c|2024-03-01||2024-03-01|U3|||false
                """)).containsExactly("North|R1|1900-01-01|9999-12-31");
    }

    @Test
    void aCorrectedSpellThatEndedLongAgoDoesNotMoveTheUnitBack() {
        assertThat(units("""
                a|2020-01-01|2022-01-01|2024-02-01|U3|North|R1|false
                b|2020-01-01|2022-01-01|2024-02-01|U3|North|R1|false
                c|2022-01-01||2024-02-01|U3|North|R2|false
                a|2020-01-01|2022-01-01|2024-03-01|U3|North|R1|false
                """)).containsExactly("North|R2|1900-01-01|9999-12-31");
    }

    @Test
    void oneOfManyWhoseRecordChangesDoesNotMoveTheUnitButMostDo() {
        assertThat(units("""
                a|2024-01-01||2024-02-01|U3|North|R1|false
                b|2024-01-01||2024-02-01|U3|North|R1|false
                c|2024-01-01||2024-02-01|U3|North|R1|false
                a|2024-01-01||2024-03-01|U3|North|R2|false
                b|2024-01-01||2024-04-01|U3|North|R2|false
                """)).containsExactly("North|R1|1900-01-01|2024-04-01", "North|R2|2024-04-01|9999-12-31");
    }

    /** Three in R2 beside one in R1 leave, one by another row and two as their spells end; then the unit is left and stays R1. */
    @Test
    void whoHasLeftHasNoSayFromThatDay() {
        assertThat(units("""
                a|2024-01-01||2024-02-01|U3|North|R1|false
                b|2024-01-01||2024-02-01|U3|North|R2|false
                c|2024-01-01|2024-04-01|2024-02-01|U3|North|R2|false
                d|2024-01-01|2024-04-01|2024-02-01|U3|North|R2|false
                b|2024-01-01||2024-03-01|U3|North|R2|true
                a|2024-01-01||2024-05-01|U3|North|R1|true
                """)).containsExactly("North|R1|2024-04-01|9999-12-31", "North|R2|1900-01-01|2024-04-01");
    }

    @Test
    void aUnitThatWasLeftBeforeTheFirstLoadIsWhatItWasLast() {
        assertThat(units("""
                a|2020-01-01|2021-01-01|2024-02-01|U3|Old|R1|false
                b|2021-01-01|2022-01-01|2024-02-01|U3|New|R2|false
                """)).containsExactly("New|R2|1900-01-01|9999-12-31");
    }

    @Test
    void anOlderRowThatIsLoadedLaterDoesNotMoveTheUnitBack() {
        String moved = """
                a|2024-01-01||2024-02-01|U3|North|R1|false|2024-01-01 10:00:00
                a|2024-01-01||2024-03-01|U3|North|R2|false|2024-02-28 10:00:00
                a|2024-01-01||2024-04-01|U3|North|R1|false|""";
        List<String> stays = List.of("North|R1|1900-01-01|2024-03-01", "North|R2|2024-03-01|9999-12-31");

        assertThat(units(moved + "2024-02-20 10:00:00\n")).isEqualTo(stays);
        assertThat(units(moved + "\n"))
                .containsExactly(
                        "North|R1|1900-01-01|2024-03-01",
                        "North|R1|2024-04-01|9999-12-31",
                        "North|R2|2024-03-01|2024-04-01");
    }

    private static List<String> units(String employees) {
        return TableRows.lines(
                TestInputs.asOf("2024-06-01")
                        .with(KeyMap.TABLE, "entity_code|natural_id|entity_key\nunit|U3|1")
                        .with(
                                Employee.TABLE,
                                "employee_source_id|started_date|ended_date|loaded_date|unit_source_id|unit_name|"
                                        + "parent_unit_source_id|is_deleted|changed_at\n"
                                        + employees.replaceAll("(true|false)(?=\n|$)", "$1|"))
                        .build(BuildOrgUnit.BUILD)
                        .where("unit_key > 0"),
                "unit_name",
                "parent_unit_source_id",
                "valid_from",
                "valid_to");
    }
}
