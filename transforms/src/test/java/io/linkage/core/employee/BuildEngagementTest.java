package io.linkage.core.employee;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.PrivacySettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.EngagementAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildEngagementTest {
    private static final String UNITS = """
            unit_sk|unit_key|unit_source_id|parent_unit_source_id|valid_from|valid_to
            1|1|small|top|1900-01-01|9999-12-31
            2|2|middle|top|1900-01-01|9999-12-31
            3|3|large|top|1900-01-01|9999-12-31
            """;

    @Test
    void showsTheMeanOverEmployeesOfAGroupThatIsLargeEnough() {
        assertThat(engagement(0, 0, 6)).containsExactly("3|0.75|6|shown");
    }

    @Test
    void withholdsASmallGroupAndTheNextSmallestUnderTheSameParent() {
        assertThat(engagement(4, 5, 6))
                .containsExactly("1|null|null|small", "2|null|null|complementary", "3|0.75|6|shown");
    }

    @Test
    void withholdsNoSiblingWhereTwoGroupsAreSmallAnyway() {
        assertThat(engagement(4, 3, 6)).containsExactly("1|null|null|small", "2|null|null|small", "3|0.75|6|shown");
    }

    private static List<String> engagement(int... sizes) {
        StringBuilder employees =
                new StringBuilder("employee_source_id|started_date|loaded_date|unit_source_id|is_deleted\n");
        StringBuilder answers = new StringBuilder(
                "employee_source_id|wave_date|question_code|construct_code|answer_score|least_score|most_score\n");
        String[] units = {"small", "middle", "large"};
        for (int unit = 0; unit < sizes.length; unit++) {
            for (int person = 0; person < sizes[unit]; person++) {
                String id = units[unit] + person;
                employees.append(id + "|2020-01-01|2024-01-01|" + units[unit] + "|false\n");
                answers.append(id + "|2024-05-01|q1|engagement|3|1|5\n" + id + "|2024-05-01|q2|engagement|5|1|5\n");
            }
        }
        return TableRows.lines(
                TestInputs.asOf("2024-06-01")
                        .with(new PrivacySettings(5, "generate"))
                        .with(Employee.TABLE, employees.toString())
                        .with(EngagementAnswer.TABLE, answers.toString())
                        .with(DimOrgUnit.TABLE, UNITS)
                        .build(BuildEngagement.BUILD),
                "unit_key",
                "scale_share",
                "respondent_count",
                "suppression_code");
    }
}
