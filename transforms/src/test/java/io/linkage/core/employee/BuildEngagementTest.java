package io.linkage.core.employee;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.PrivacySettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.EngagementRespondent;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.EngagementAnswer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildEngagementTest {
    private static final int MINIMUM = 3;

    private Dataset<Row> before = TableRows.none(EngagementRespondent.TABLE);

    @Test
    void theMeanIsOfEmployeesEachWithTheMeanOfTheirAnswers() {
        assertThat(night("a 1", "a 5", "b 5", "c 5", "d 3")).containsExactly("shown|0.75|4|0");
    }

    @Test
    void answersOnAReversedScaleAreTurnedRound() {
        TestInputs night = inputs(1).with(EngagementAnswer.TABLE, """
                employee_source_id|wave_date|question_code|construct_code|least_score|most_score|is_reversed|answer_score
                a|2024-04-01|q|engagement|1|5|true|1
                a|2024-04-01|p|engagement|1|5|false|4
                """);

        assertThat(lines(engagement(night))).containsExactly("shown|0.875|1|0");
    }

    /** On 1 to 5 an answer of 3 is in the middle; of two answers the mean counts. */
    @Test
    void whoAnswersBelowTheMiddleDisagrees() {
        assertThat(night("a 2", "b 3", "c 1", "d 1", "d 5")).containsExactly("shown|0.3125|4|2");
    }

    @Test
    void aGroupBelowTheMinimumIsWithheldAndShownAsSoonAsItIsLargeEnough() {
        assertThat(night("a 1", "b 5")).containsExactly("small|null|null|null");
        assertThat(night("a 1", "b 5", "c 3")).containsExactly("shown|0.5|3|1");
    }

    @Test
    void fewLateAnswersWaitSoThatTheDifferenceOfTwoNightsGivesNobodyAway() {
        night("a 1", "b 5", "c 3");

        assertThat(night("a 1", "b 5", "c 3", "d 1")).containsExactly("shown|0.5|3|1");
        assertThat(night("a 1", "b 5", "c 3", "d 1", "e 1")).containsExactly("shown|0.5|3|1");
        assertThat(night("a 1", "b 5", "c 3", "d 1", "e 1", "f 1")).containsExactly("shown|0.25|6|4");
    }

    @Test
    void correctedAnswersWaitToo() {
        night("a 1", "b 5", "c 3");

        assertThat(night("a 5", "b 5", "c 3")).containsExactly("shown|0.5|3|1");
        assertThat(night("a 5", "b 1", "c 1")).containsExactly("shown|0.3333333333333333|3|2");
    }

    @Test
    void aGroupThatFallsBelowTheMinimumIsWithheldAndComesBackAsItWasShown() {
        night("a 1", "b 5", "c 3", "d 3");

        assertThat(night("a 1")).containsExactly("small|null|null|null");
        assertThat(night("a 1", "b 5", "c 3")).containsExactly("shown|0.5|4|1");
    }

    @Test
    void aMinimumThatWasRaisedHoldsForWhatIsShown() {
        night("a 1", "b 5", "c 3");

        TestInputs raised = inputs(MINIMUM + 1)
                .with(EngagementAnswer.TABLE, answers("a 1", "b 5", "c 3"))
                .with(EngagementRespondent.TABLE, before);

        assertThat(lines(engagement(raised))).containsExactly("small|null|null|null");
    }

    /** Engagement of a night on which the respondents are chosen first. */
    static Dataset<Row> engagement(TestInputs night) {
        return night.with(EngagementRespondent.TABLE, night.build(BuildEngagementRespondent.BUILD))
                .build(BuildEngagement.BUILD);
    }

    /** What the next night shows when these answers are known. */
    private List<String> night(String... answers) {
        TestInputs night =
                inputs(MINIMUM).with(EngagementAnswer.TABLE, answers(answers)).with(EngagementRespondent.TABLE, before);
        Dataset<Row> shown = engagement(night);
        before = night.rows(EngagementRespondent.TABLE).localCheckpoint();
        return lines(shown);
    }

    private static TestInputs inputs(int minimum) {
        return TestInputs.asOf("2024-06-01")
                .with(new PrivacySettings(minimum, "generate"))
                .with(
                        Employee.TABLE,
                        Stream.of("a", "b", "c", "d", "e", "f")
                                .map(name -> name + "|2024-01-01||2024-01-01|north|false")
                                .collect(Collectors.joining(
                                        "\n",
                                        "employee_source_id|started_date|ended_date|loaded_date|unit_source_id|is_deleted\n",
                                        "")))
                .with(DimOrgUnit.TABLE, """
                        unit_source_id|unit_key|unit_sk|valid_from|valid_to|is_current
                        north|1|10|1900-01-01|2024-03-01|false
                        north|1|11|2024-03-01|9999-12-31|true
                        """);
    }

    private static String answers(String... answers) {
        String head = "employee_source_id|wave_date|question_code|construct_code|least_score|most_score|answer_score\n";
        StringBuilder rows = new StringBuilder(head);
        for (int question = 0; question < answers.length; question++) {
            String[] answer = answers[question].split(" ");
            rows.append(answer[0] + "|2024-04-01|q" + question + "|engagement|1|5|" + answer[1] + "\n");
        }
        return rows.toString();
    }

    private static List<String> lines(Dataset<Row> engagement) {
        return TableRows.lines(
                engagement.filter("unit_sk = 11"),
                "suppression_code",
                "scale_share",
                "respondent_count",
                "disagree_count");
    }
}
