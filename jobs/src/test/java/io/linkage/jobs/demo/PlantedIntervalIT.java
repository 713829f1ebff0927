package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Intervals of generated companies hold what then happened as often as they promise, of customers and of totals. */
class PlantedIntervalIT {
    private static final int SEEDS = 20;

    @Test
    void ninetyPercentIntervalsCoverNinetyPercent() {
        IntervalCoverage coverage = IntervalCoverage.ofSeeds(SEEDS);

        assertThat(coverage.shareAtRandom()).isBetween(.87, .93);
        assertThat(coverage.totalsInside()).isBetween(16, SEEDS);
    }
}
