package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.model.linkage.Directions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From engagement to euro in twenty generated companies: what was planted lies in the intervals, and nothing else is claimed. */
class PlantedChainIT {
    private static final int CUSTOMERS = 100_000;
    private static final List<String> LINKS = List.of(
            "engagement to experience",
            "experience to leaving",
            "experience to spend",
            "engagement to leaving",
            "engagement to spend",
            "engagement to euro");

    @Test
    void thePlantedLinksAndEuroLieInTheirIntervalsAndEngagementGoesFirst() {
        PlantedChains chains = PlantedChains.of(CUSTOMERS, PlantedChains.SEEDS, Effects.STANDARD);

        for (String link : LINKS) {
            assertThat(chains.count(link).inside()).as(link).isGreaterThanOrEqualTo(16);
        }
        assertThat(chains.found(Directions.Code.FORWARD)).isGreaterThanOrEqualTo(16);
    }

    @Test
    void withoutEffectsNoMoreThanThreeCompaniesClaimOne() {
        PlantedChains chains = PlantedChains.of(CUSTOMERS, PlantedChains.SEEDS, Effects.NONE);

        for (String link : LINKS) {
            assertThat(chains.count(link).seen()).as(link).isLessThanOrEqualTo(3);
        }
    }

    /** Engagement still moves answers, and customers who are about to leave still answer worse: neither is worth a euro. */
    @Test
    void answersThatMoveWithoutLeavingAndSpendAreWorthNothing() {
        Effects harmless = Effects.STANDARD.with(Map.of("unsolved-on-leaving", 0.0, "unsolved-on-spend", 0.0));
        PlantedChains chains = PlantedChains.of(CUSTOMERS, PlantedChains.SEEDS, harmless);

        for (String link : LINKS.subList(1, LINKS.size())) {
            assertThat(chains.count(link).seen()).as(link).isLessThanOrEqualTo(3);
        }
    }
}
