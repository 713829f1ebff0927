package io.linkage.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.lake.PlainRow;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.SteeringMeasure;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SteeringSectionTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Test
    void whatFewCustomersSaidEarlierIsNotShownBesideWhatManySayNow() {
        PlainRow june = row("north", SteeringMeasure.NPS, JUNE, 40);
        List<PlainRow> months = List.of(
                row("north", SteeringMeasure.NPS, JUNE.minusYears(1), 40),
                row("north", SteeringMeasure.NPS, JUNE.minusMonths(1), 4),
                row("south", SteeringMeasure.NPS, JUNE.minusYears(1), 4),
                june);

        PlainRow told = SteeringSection.withoutFew(june, months);

        assertThat(told.has(Steering.PREVIOUS_ESTIMATE)).isFalse();
        assertThat(told.has(Steering.YEAR_BEFORE_ESTIMATE)).isTrue();
    }

    @Test
    void whatIsCountedOfAllIsShownHoweverFewTheyAre() {
        PlainRow june = row("north", SteeringMeasure.SOLVED, JUNE, 40);

        assertThat(SteeringSection.withoutFew(
                        june, List.of(row("north", SteeringMeasure.SOLVED, JUNE.minusMonths(1), 1))))
                .isEqualTo(june);
    }

    private static PlainRow row(String unit, SteeringMeasure measure, LocalDate month, long answers) {
        return new PlainRow(new HashMap<>(Map.of(
                Steering.UNIT_SOURCE_ID.name(),
                unit,
                Steering.MEASURE_CODE.name(),
                measure.code(),
                Steering.AREA_CODE.name(),
                measure.area(),
                Steering.MONTH_DATE.name(),
                month,
                Steering.ANSWER_COUNT.name(),
                answers,
                Steering.PREVIOUS_ESTIMATE.name(),
                10.0,
                Steering.YEAR_BEFORE_ESTIMATE.name(),
                20.0)));
    }
}
