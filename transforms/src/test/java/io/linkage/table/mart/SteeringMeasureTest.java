package io.linkage.table.mart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteeringMeasureTest {
    @Test
    void anIntervalEndsWhereTheMeasureDoes() {
        assertThat(SteeringMeasure.CSAT.within(1.22)).isEqualTo(1);
        assertThat(SteeringMeasure.SOLVED.within(-.03)).isEqualTo(0);
        assertThat(SteeringMeasure.NPS.within(-130)).isEqualTo(-100);
        assertThat(SteeringMeasure.FEEDBACK.within(-8)).isEqualTo(0);
        assertThat(SteeringMeasure.MARGIN.within(-8)).isEqualTo(-8);
        assertThat(SteeringMeasure.CSAT.within(Double.NaN)).isNaN();
    }
}
