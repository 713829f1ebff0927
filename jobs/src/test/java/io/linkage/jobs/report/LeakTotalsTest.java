package io.linkage.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.lake.PlainRow;
import io.linkage.table.mart.EnergyLeak;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeakTotalsTest {
    private static final LeakTotals TWO_UNITS = new LeakTotals(List.of(
            row(EnergyLeak.GIVEN, 10, 10, 0, "0"),
            row(EnergyLeak.HEARD, 10, 6, 3, "100.50"),
            row(EnergyLeak.TOLD, 6, 0, 0, "0"),
            row(EnergyLeak.GIVEN, 30, 30, 0, "0"),
            row(EnergyLeak.HEARD, 30, 14, 1, "20.25"),
            row(EnergyLeak.TOLD, 14, 10, 3, "7")));

    @Test
    void sharesAreOfAllThatWasGivenOverUnits() {
        assertThat(TWO_UNITS.given()).isEqualTo(40);
        assertThat(TWO_UNITS.reached(EnergyLeak.HEARD)).isEqualTo(.5);
        assertThat(TWO_UNITS.reached(EnergyLeak.TOLD)).isEqualTo(.25);
        assertThat(TWO_UNITS.at(EnergyLeak.HEARD).amount(EnergyLeak.AT_RISK_AMOUNT))
                .isEqualTo("120.75");
    }

    @Test
    void theBlockageIsTheStageForWhichMostWaitTooLong() {
        assertThat(TWO_UNITS.blockage()).contains(EnergyLeak.HEARD);
        assertThat(TWO_UNITS.at(EnergyLeak.GIVEN).blockage()).isEmpty();
    }

    private static PlainRow row(String stage, long entered, long reached, long blocked, String atRisk) {
        return new PlainRow(Map.of(
                EnergyLeak.STAGE_CODE.name(), stage,
                EnergyLeak.ENTERED_COUNT.name(), entered,
                EnergyLeak.REACHED_COUNT.name(), reached,
                EnergyLeak.BLOCKED_COUNT.name(), blocked,
                EnergyLeak.AT_RISK_AMOUNT.name(), new BigDecimal(atRisk)));
    }
}
