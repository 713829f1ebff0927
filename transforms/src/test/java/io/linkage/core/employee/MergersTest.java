package io.linkage.core.employee;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.PrivacySettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.EngagementAnswer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units that are taken up by another, as their employees' spells tell. */
class MergersTest {
    private static final String HEADER =
            "employee_source_id|started_date|ended_date|loaded_date|unit_source_id|is_deleted\n";
    private static final String MERGED = HEADER
            + spell("a", "2023-01-01", "", "north")
            + spell("b", "2023-01-01", "2024-03-01", "south")
            + spell("b", "2024-03-01", "", "north");

    @Test
    void oneUnitThatTakesUpAnotherGoesOnAndTwoThatMakeANewOneEnd() {
        assertThat(mergers(
                        "2024-06-01",
                        MERGED,
                        spell("c", "2023-01-01", "2024-05-01", "east"),
                        spell("c", "2024-05-01", "", "centre"),
                        spell("d", "2023-01-01", "2024-05-01", "west"),
                        spell("d", "2024-05-02", "", "centre")))
                .containsExactly("east|centre|2024-05-01", "south|north|2024-03-01", "west|centre|2024-05-02");
    }

    @Test
    void aUnitWhosePeopleGoDifferentWaysOrLeaveIsTakenUpByNone() {
        assertThat(mergers(
                        "2024-06-01",
                        HEADER,
                        spell("a", "2023-01-01", "2024-03-01", "south"),
                        spell("a", "2024-03-01", "", "north"),
                        spell("b", "2023-01-01", "2024-03-01", "south"),
                        spell("b", "2024-03-01", "", "east"),
                        spell("c", "2023-01-01", "2024-03-01", "gone")))
                .isEmpty();
    }

    @Test
    void whoLeftEarlierOrCameBackMuchLaterDecidesNothing() {
        assertThat(mergers(
                        "2024-06-01",
                        MERGED,
                        spell("c", "2023-01-01", "2024-01-01", "south"),
                        spell("d", "2023-01-01", "2024-01-01", "south"),
                        spell("e", "2023-01-01", "2024-03-01", "late"),
                        spell("e", "2024-03-09", "", "north")))
                .containsExactly("south|north|2024-03-01");
    }

    @Test
    void aUnitInWhichSomebodyStillWorksOrThatEndsAfterTheBusinessDateIsNotTakenUp() {
        assertThat(mergers("2024-02-29", MERGED)).isEmpty();
        assertThat(mergers("2024-06-01", MERGED, spell("z", "2024-01-01", "", "south")))
                .isEmpty();
    }

    @Test
    void aHandfulThatJoinsALargeUnitDoesNotMakeItAnother() {
        List<String> large = new ArrayList<>(List.of(MERGED));
        for (int employee = 0; employee < 8; employee++) {
            large.add(spell("n" + employee, "2023-01-01", "", "north"));
        }
        assertThat(mergers("2024-06-01", large.toArray(String[]::new))).hasSize(1);

        large.add(spell("n8", "2023-01-01", "", "north"));
        assertThat(mergers("2024-06-01", large.toArray(String[]::new))).isEmpty();
    }

    @Test
    void bothUnitsKeepTheirKeysAndThePastFindsThem() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-01")
                                .with(Employee.TABLE, MERGED)
                                .with(KeyMap.TABLE, "entity_code|natural_id|entity_key\nunit|north|1\nunit|south|2")
                                .build(BuildOrgUnit.BUILD)
                                .filter("unit_key > 0"),
                        "unit_source_id",
                        "unit_key",
                        "valid_to",
                        "merged_into_unit_source_id",
                        "merged_date"))
                .containsExactly("north|1|9999-12-31|null|null", "south|2|9999-12-31|north|2024-03-01");
    }

    @Test
    void aUnitIsDeletedWhileNobodyIsLeftInIt() {
        String employees = HEADER
                + spell("a", "2023-01-01", "2024-03-01", "south")
                + spell("b", "2023-01-01", "", "north")
                + spell("c", "2023-01-01", "", "east")
                + "c|2023-01-01||2024-02-01|east|true\n";

        assertThat(deleted("2024-02-29", employees)).containsExactly("east|true", "north|false", "south|false");
        assertThat(deleted("2024-03-01", employees)).containsExactly("east|true", "north|false", "south|true");
        assertThat(deleted("2024-09-01", employees + spell("d", "2024-08-01", "", "south")))
                .containsExactly("east|true", "north|false", "south|false");
    }

    private static List<String> deleted(String asOf, String employees) {
        return TableRows.lines(
                TestInputs.asOf(asOf)
                        .with(Employee.TABLE, employees)
                        .with(
                                KeyMap.TABLE,
                                "entity_code|natural_id|entity_key\nunit|east|3\nunit|north|1\nunit|south|2")
                        .build(BuildOrgUnit.BUILD)
                        .filter("unit_key > 0"),
                "unit_source_id",
                "is_deleted");
    }

    @Test
    void aWaveStandsUntilAnotherUnitComesInOrItIsTooOld() {
        assertThat(TableRows.lines(
                        BuildEngagementTest.engagement(TestInputs.asOf("2024-06-01")
                                .with(new PrivacySettings(1, "generate"))
                                .with(Employee.TABLE, MERGED)
                                .with(DimOrgUnit.TABLE, """
                                        unit_source_id|unit_key|unit_sk|valid_from|valid_to|is_current|merged_into_unit_source_id|merged_date
                                        north|1|1|1900-01-01|9999-12-31|true||
                                        south|2|2|1900-01-01|9999-12-31|true|north|2024-03-01
                                        """)
                                .with(EngagementAnswer.TABLE, """
                                        employee_source_id|wave_date|question_code|construct_code|least_score|most_score|answer_score
                                        a|2023-03-15|q|engagement|1|5|4
                                        a|2024-01-15|q|engagement|1|5|4
                                        b|2024-01-15|q|engagement|1|5|3
                                        a|2024-03-15|q|engagement|1|5|4
                                        """)),
                        FctEngagement.UNIT_KEY.name(),
                        FctEngagement.WAVE_DATE.name(),
                        FctEngagement.STANDS_UNTIL_DATE.name()))
                .containsExactly(
                        "1|2023-03-15|2024-03-01",
                        "1|2024-01-15|2024-03-01",
                        "1|2024-03-15|2025-03-15",
                        "2|2024-01-15|2025-01-15");
    }

    private static List<String> mergers(String asOf, String... rows) {
        return TableRows.lines(
                Mergers.of(TableRows.of(Employee.TABLE, String.join("", rows)), LocalDate.parse(asOf), ZoneOffset.UTC),
                "unit_source_id",
                "merged_into_unit_source_id",
                "merged_date");
    }

    private static String spell(String employee, String from, String until, String unit) {
        return String.join("|", employee, from, until, "2024-01-01", unit, "false") + "\n";
    }
}
