package io.linkage.core.employee;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.table.staging.Employee;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpellsTest {
    private static final String HEAD =
            "employee_source_id|started_date|ended_date|loaded_date|unit_source_id|is_deleted|changed_at\n";

    @Test
    void oneThatOverlapsTheNextEndsWhereThatBegins() {
        assertThat(spells("2024-01-01|2024-04-01|2024-05-01|north|false", "2024-03-01||2024-05-01|south|false"))
                .containsExactly("north|2024-01-01|2024-03-01", "south|2024-03-01|9999-12-31");
    }

    @Test
    void whoLeavesTheExtractHasWorkedUntilThen() {
        assertThat(spells(
                        "2023-01-01|2024-01-01|2024-01-05|north|false",
                        "2024-01-01||2024-01-05|south|false",
                        "2023-01-01|2024-01-01|2024-06-01|north|true",
                        "2024-01-01||2024-06-01|south|true"))
                .containsExactly("north|2023-01-01|2024-01-01", "south|2024-01-01|2024-06-01");
    }

    @Test
    void whereTheExtractHasTheCurrentUnitAloneThePastOneStands() {
        assertThat(spells(
                        "2023-01-01||2024-01-05|north|false",
                        "2023-01-01||2024-03-02|north|true",
                        "2024-03-01||2024-03-02|south|false"))
                .containsExactly("north|2023-01-01|2024-03-01", "south|2024-03-01|9999-12-31");
        assertThat(spells(
                        "2023-01-01||2024-03-02|north|true",
                        "2024-03-01||2024-03-02|south|false",
                        "2024-03-01||2024-06-01|south|true"))
                .containsExactly("north|2023-01-01|2024-03-01", "south|2024-03-01|2024-06-01");
    }

    @Test
    void aFirstDayThatWasCorrectedLeavesNothingOfTheOldOne() {
        for (String wrong : List.of("2023-01-01", "2024-02-01")) {
            assertThat(spells(
                            wrong + "||2024-01-05|north|false",
                            wrong + "||2024-03-02|north|true",
                            "2024-01-01||2024-03-02|north|false"))
                    .containsExactly("north|2024-01-01|9999-12-31");
            assertThat(spells(wrong + "||2024-03-02|north|true", "2024-01-01||2024-06-01|north|true"))
                    .containsExactly("north|2024-01-01|2024-06-01");
        }
    }

    @Test
    void anOlderChangeThatIsLoadedLaterDoesNotOpenTheSpellAgain() {
        String ended = "2023-01-01|2024-03-31|2024-04-07|north|false|2024-04-01 10:00:00";
        assertThat(spells(ended, "2023-01-01||2024-04-14|north|false|2024-03-20 10:00:00"))
                .containsExactly("north|2023-01-01|2024-03-31");
        assertThat(spells(ended, "2023-01-01||2024-04-14|north|false"))
                .as("the load decides where no moment is told")
                .containsExactly("north|2023-01-01|9999-12-31");
    }

    @Test
    void aSpellThatComesBackToAnExtractRunsAgainHoweverOldItIs() {
        assertThat(spells(
                        "2023-01-01||2024-01-05|north|false|2023-01-01 10:00:00",
                        "2023-01-01||2024-03-02|north|true",
                        "2023-01-01||2024-03-03|north|false|2023-01-01 10:00:00"))
                .containsExactly("north|2023-01-01|9999-12-31");
    }

    private static List<String> spells(String... rows) {
        StringBuilder lines = new StringBuilder(HEAD);
        for (String row : rows) {
            lines.append("e|" + row + (row.contains(":") ? "" : "|") + "\n");
        }
        return TableRows.lines(
                Spells.of(TableRows.of(Employee.TABLE, lines.toString()), ZoneOffset.UTC)
                        .orderBy("valid_from"),
                "unit_source_id",
                "valid_from",
                "valid_to");
    }
}
