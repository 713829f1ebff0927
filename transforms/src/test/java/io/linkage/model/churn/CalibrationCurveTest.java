package io.linkage.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.quality.Counted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationCurveTest {
    /** Shares .1, .4, .2, .6: the second and the third violate the order, and their pool holds 60 of 200 at margin .5. */
    @Test
    void neighboursThatFallArePooled() {
        IsotonicCurve curve = IsotonicCurve.fit(List.of(
                new Counted(-1, 1000, 100),
                new Counted(0, 100, 40),
                new Counted(1, 100, 20),
                new Counted(2, 1000, 600)));

        assertThat(curve.margins()).containsExactly(-1.0, .5, 2.0);
        assertThat(curve.chances().get(1)).isCloseTo(60.5 / 201, within(1e-15));
        assertThat(curve.probability(-9)).isEqualTo(curve.chances().get(0));
        assertThat(curve.probability(9)).isEqualTo(curve.chances().get(2));
        assertThat(curve.probability(1.25)).isCloseTo((60.5 / 201 + 600.5 / 1001) / 2, within(1e-12));
    }

    @Test
    void aCurveIsReadBackFromItsRecord() {
        IsotonicCurve curve = new IsotonicCurve(List.of(-1.5, 0.0, 2.25), List.of(.1, .3, 1e-5));

        assertThat(IsotonicCurve.of(curve.text())).isEqualTo(curve);
    }

    @Test
    void marginsThatAreRightAreCalibratedByALineAndCappedOnesByACurve() {
        List<Counted> logistic = new ArrayList<>();
        List<Counted> capped = new ArrayList<>();
        for (int step = -300; step <= 300; step++) {
            double margin = step / 100.0;
            logistic.add(counted(margin, LogisticLine.probabilityOf(margin)));
            capped.add(counted(margin, margin > 0 ? .3 : .05));
        }

        assertThat(ChooseCalibration.of("auto", logistic, logistic)).isInstanceOf(LogisticLine.class);
        assertThat(ChooseCalibration.of("auto", capped, capped)).isInstanceOf(IsotonicCurve.class);
        assertThat(ChooseCalibration.of("platt", capped, capped)).isInstanceOf(LogisticLine.class);
        assertThat(ChooseCalibration.of("isotonic", logistic, logistic)).isInstanceOf(IsotonicCurve.class);
    }

    @Test
    void withoutMarginsThereIsALineWhateverTheSetting() {
        assertThat(ChooseCalibration.of("isotonic", List.of(), List.of())).isInstanceOf(LogisticLine.class);
    }

    private static Counted counted(double margin, double chance) {
        return new Counted(margin, 1000, Math.round(1000 * chance));
    }
}
