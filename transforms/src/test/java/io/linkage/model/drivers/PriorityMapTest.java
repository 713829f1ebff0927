package io.linkage.model.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.drivers.PriorityMap.Quadrant;
import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorityMapTest {
    private static final int PARTS = 50;

    /** Outcome = 2 a + noise of deviation 1: R2 is 4 / 5, b and c explain nothing. */
    @Test
    void theAttributeThatMattersIsFoundAndHoldsInRowsNotSeen() {
        List<CrossProducts> parts = parts(2, 2_000);

        List<PriorityMap.Place> places = PriorityMap.of(parts, 100, 1);

        assertThat(places).extracting(PriorityMap.Place::quadrant).startsWith(Quadrant.CONCENTRATE_HERE);
        assertThat(places.get(0).importance()).isCloseTo(.8, within(.03));
        assertThat(places.get(0).stability()).isEqualTo(1);
        assertThat(places.get(1).quadrant()).isEqualTo(Quadrant.POSSIBLE_OVERKILL);
        assertThat(HeldOut.explained(parts)).isCloseTo(.8, within(.03));
    }

    @Test
    void whatExplainsNothingIsUnstableAndHoldsNowhere() {
        List<CrossProducts> parts = parts(0, 500);

        assertThat(HeldOut.explained(parts)).isLessThan(.01);
        assertThat(PriorityMap.of(parts, 100, 1))
                .extracting(PriorityMap.Place::stability)
                .anyMatch(stability -> stability < .9);
    }

    /** y = 3 + 2 a exactly, in folds of any kind. */
    @Test
    void aLineIsForecastWithoutError() {
        CrossProducts early = new CrossProducts(2);
        early.add(1, 5);
        early.add(2, 7);
        CrossProducts late = new CrossProducts(2);
        late.add(4, 11);
        late.add(7, 17);

        assertThat(HeldOut.coefficients(early)[0]).isCloseTo(2, within(1e-7));
        assertThat(HeldOut.explained(List.of(early, late))).isCloseTo(1, within(1e-9));
    }

    private static List<CrossProducts> parts(double slope, int rows) {
        List<CrossProducts> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            parts.add(new CrossProducts(4));
        }
        for (int row = 0; row < rows; row++) {
            Draws draws = Draws.of(7, "row", row);
            double a = draws.normal();
            parts.get(row % PARTS).add(a, 5 + draws.normal(), 5 + draws.normal(), slope * a + draws.normal());
        }
        return parts;
    }
}
