package io.linkage.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Field;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Words;
import io.linkage.table.mart.EstimateVsMeasured;
import io.linkage.table.staging.SurveyAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SelfKnowledgeSectionTest {
    private static final String BEST = "knows its customers best";

    /** North has too few answers to be shown, and west goes with it. */
    @Test
    void theBestIsTheBestOfTheUnitsShown() {
        List<String> lead =
                lead(unit("north", 1, 4, 1), unit("west", 2, 6, 2), unit("east", 3, 40, 3), unit("south", 4, 50, 4));

        assertThat(lead).anyMatch(text -> text.startsWith("Of the units shown, east " + BEST));
    }

    @Test
    void ofUnitsThatAreAsNearNoneIsTheBest() {
        assertThat(lead(unit("east", 1.5, 40, 3), unit("south", 1.5, 50, -3))).noneMatch(text -> text.contains(BEST));
    }

    @Test
    void aUnitShownAloneIsNotTheBest() {
        assertThat(lead(unit("east", 1, 40, 3))).noneMatch(text -> text.contains(BEST));
    }

    private static List<String> lead(PlainRow... units) {
        Words words = Report.words(Words.Language.en, Optional.empty());
        return SelfKnowledgeSection.told(List.of(units), words).orElseThrow().lead();
    }

    private static PlainRow unit(String unit, double rank, long answers, double gap) {
        Map<Field, Object> values = Map.of(
                EstimateVsMeasured.METRIC_CODE, SurveyAnswer.NPS,
                EstimateVsMeasured.YEAR_NUMBER, 2026,
                EstimateVsMeasured.UNIT_SOURCE_ID, unit,
                EstimateVsMeasured.KNOWLEDGE_RANK, rank,
                EstimateVsMeasured.ANSWER_COUNT, answers,
                EstimateVsMeasured.GAP_ESTIMATE, gap);
        return new PlainRow(values.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
    }
}
