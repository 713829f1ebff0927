package io.linkage.model.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.action.Assortment.Bought;
import io.linkage.model.action.Assortment.Common;
import io.linkage.model.action.Assortment.Family;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssortmentTest {
    /** Of 100 buyers 50 buy tea, 20 buy pots, 40 buy cups; 18 of the 20 who buy pots buy tea too. */
    private static final Assortment SHOP = Assortment.of(
            Map.of("tea", new Family(0.5, 0.5, 6), "pots", new Family(0.2, 0.3, 40), "cups", new Family(0.4, 0.2, 9)),
            List.of(
                    new Common("tea", "tea", 50),
                    new Common("pots", "pots", 20),
                    new Common("cups", "cups", 40),
                    new Common("pots", "tea", 18),
                    new Common("tea", "pots", 18),
                    new Common("tea", "cups", 10),
                    new Common("cups", "tea", 10)));

    @Test
    void offersTheFamilyThatBuyersOfTheSameBuyAboveTheOrdinary() {
        assertThat(SHOP.cross(Set.of("pots"))).contains(new Assortment.Cross("tea", 0.9, 0.5));
    }

    @Test
    void aPairBoughtTogetherLessThanByChanceFallsBackToTheShareOfAllBuyers() {
        // Of buyers of cups a quarter buy tea, below the half of all buyers.
        assertThat(SHOP.cross(Set.of("cups", "pots"))).contains(new Assortment.Cross("tea", 0.9, 0.5));
        assertThat(SHOP.cross(Set.of("cups"))).contains(new Assortment.Cross("tea", 0.5, 0.5));
    }

    @Test
    void nothingIsLeftToOfferToWhoBuysAllFamilies() {
        assertThat(SHOP.cross(Set.of("tea", "pots", "cups"))).isEmpty();
        assertThat(SHOP.ownWeight(Set.of("tea", "pots", "unheard of"))).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void theDearerKindIsOfTheFamilyWhereItBringsMost() {
        assertThat(SHOP.up(List.of(new Bought("tea", 4, 10), new Bought("pots", 39, 1), new Bought("cups", 12, 50))))
                .contains(new Assortment.Up("tea", 20));
    }
}
