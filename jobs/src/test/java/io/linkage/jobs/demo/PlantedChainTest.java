package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From engagement to euro in a generated company of the size that the demo may have; {@code PlantedChainIT} has larger ones. */
class PlantedChainTest {
    @Test
    void twentyThousandCustomersAreTooFewToSeeWhatAPointOfEngagementIsWorth() {
        PlantedChains four = PlantedChains.of(20_000, 4, Effects.STANDARD);

        assertThat(four.count("engagement to experience").inside()).isGreaterThanOrEqualTo(3);
        assertThat(four.count("engagement to experience").seen()).isGreaterThanOrEqualTo(1);
        assertThat(four.count("engagement to euro").seen()).isZero();
        assertThat(four.count("engagement to leaving").figures()).isLessThan(4);
    }
}
