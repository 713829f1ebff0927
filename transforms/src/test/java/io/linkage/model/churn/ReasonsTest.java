package io.linkage.model.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final Layout LAYOUT = new Layout(List.of("recency", "score"), Set.of());
    private static final ChurnModel MODEL = ChurnModel.linear(
            ChurnModel.LOGISTIC,
            -1,
            List.of(
                    new Term("recency", "", 10, 1),
                    new Term("score", "", 5, 1),
                    new Term("score", "missing", .2, 1),
                    new Term("plan", "gold", .5, 1),
                    new Term("plan", "basic", .5, 1)),
            List.of(.1, -.5, .3, -1.0, 1.0),
            new LogisticLine(.25, 2));

    /** Margin -1 + .1*20 - .5*2 + 1 = 1; calibrated .25 + 2*1. */
    @Test
    void theChanceFollowsFromTheCoefficientsAndTheCalibration() {
        Observed customer = new Observed(new double[] {20, 2}, Map.of("plan", "basic"));

        assertThat(MODEL.scorer(LAYOUT).margin(customer)).isCloseTo(1, within(1e-15));
        assertThat(MODEL.scorer(LAYOUT).probability(customer)).isCloseTo(1 / (1 + Math.exp(-2.25)), within(1e-15));
    }

    /** Against the average: plan (.5 + .5), recency .1*10, score -.5*(2-5) - .3*.2; each times the slope. */
    @Test
    void theStrongestReasonComesFirstAndTheTermsOfOneFeatureAddUp() {
        Observed customer = new Observed(new double[] {21, 2}, Map.of("plan", "basic"));

        assertThat(Reasons.of(MODEL.scorer(LAYOUT), customer, 3))
                .containsExactly("score=low", "recency=high", "plan=basic");
    }

    @Test
    void whatLowersTheChanceIsNoReason() {
        Observed customer = new Observed(new double[] {21, 9}, Map.of("plan", "gold"));

        assertThat(Reasons.of(MODEL.scorer(LAYOUT), customer, 3)).containsExactly("recency=high");
    }

    @Test
    void aMissingNumberCountsAsTheMeanAndByItsIndicator() {
        Observed customer = new Observed(new double[] {10, Double.NaN}, Map.of("plan", "gold"));

        assertThat(Reasons.of(MODEL.scorer(LAYOUT), customer, 3)).containsExactly("score=missing");
    }

    @Test
    void aPublishedChanceHasFourDecimalsAndIsNeverCertain() {
        assertThat(ChurnModel.published(.12344)).isEqualTo(.1234);
        assertThat(ChurnModel.published(1e-9)).isEqualTo(.0001);
        assertThat(ChurnModel.published(1)).isEqualTo(.9999);
    }

    @Test
    void aTermIsReadBackFromItsCode() {
        assertThat(Term.of("plan=a=b", .5)).isEqualTo(new Term("plan", "a=b", .5, 1));
        assertThat(Term.of("recency", 3)).isEqualTo(new Term("recency", "", 3, 1));
        Term curved = new Term("tenure", Term.LOGARITHM, 2, 1);
        assertThat(curved.code()).isEqualTo("ln(tenure)");
        assertThat(Term.of("ln(tenure)", 2)).isEqualTo(curved);
    }
}
