package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two generated companies for every build; {@link PlantedIntervalIT} has twenty. */
class PlantedIntervalTest {
    @Test
    void intervalsOfCustomersHoldWhatTheyPromise() {
        IntervalCoverage coverage = IntervalCoverage.ofSeeds(2);

        assertThat(coverage.shareAtRandom()).isBetween(.87, .93);
        assertThat(coverage.share()).isBetween(.93, .98);
    }
}
