package io.linkage.model.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.wallet.SegmentShares.Answers;
import io.linkage.model.wallet.SegmentShares.Estimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentSharesTest {

    /**
     * By hand: within (99 + 99) * .04 / 198 = .04; variances of the means .0004 each; mean .5; Q = 2 * .01 / .0004 = 50;
     * between (50 - 1) / (5000 - 2500) = .0196; drawn .0004 / .02 = .02: .4 becomes .402, with error
     * sqrt(.98 * .0004 + .0004 * .01) = .0199.
     */
    @Test
    void drawsSegmentsTowardsTheMeanOfAll() {
        Map<String, Estimate> estimates = SegmentShares.of(
                List.of(new Answers("a", 100, 100, 100, .4, 99 * .04), new Answers("b", 100, 100, 100, .6, 99 * .04)));

        assertThat(estimates.get("a").share()).isCloseTo(.402, within(1e-12));
        assertThat(estimates.get("b").share()).isCloseTo(.598, within(1e-12));
        assertThat(estimates.get("a").error()).isCloseTo(Math.sqrt(.98 * .0004 + .02 * .02 * .01), within(1e-12));
    }

    @Test
    void segmentsThatDifferNoMoreThanByChanceGetOneMean() {
        Map<String, Estimate> estimates = SegmentShares.of(
                List.of(new Answers("a", 50, 50, 50, .50, 49 * .04), new Answers("b", 50, 50, 50, .51, 49 * .04)));

        assertThat(estimates.get("a").share()).isCloseTo(.505, within(1e-12));
        assertThat(estimates.get("b").share()).isCloseTo(.505, within(1e-12));
        assertThat(estimates.get("a").error()).isCloseTo(Math.sqrt(.04 / 100), within(1e-12));
    }

    @Test
    void givesNothingWhereTooFewWereAskedOrAllSaidTheSame() {
        assertThat(SegmentShares.of(List.of())).isEmpty();
        assertThat(SegmentShares.of(List.of(new Answers("a", 29, 29, 29, .4, 1))))
                .isEmpty();
        assertThat(SegmentShares.of(List.of(new Answers("a", 90, 90, 90, .4, 0))))
                .isEmpty();
    }
}
