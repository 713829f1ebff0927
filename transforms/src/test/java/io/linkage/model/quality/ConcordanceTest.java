package io.linkage.model.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.quality.Concordance.Timed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcordanceTest {
    /** Pairs of different times: 1-2 right, 1-3 right, 2-3 tied, 1'-2 wrong, 1'-3 wrong: 2.5 of 5. */
    @Test
    void pairsAreCountedByHand() {
        Metric found = Concordance.of(
                List.of(new Timed(.9, 1, 1), new Timed(.1, 1, 1), new Timed(.5, 2, 1), new Timed(.5, 3, 1)));

        assertThat(found.estimate()).isEqualTo(.5);
    }

    @Test
    void whoLeavesInTheOrderOfRisksIsWhollyConcordant() {
        assertThat(Concordance.of(List.of(new Timed(.9, 1, 3), new Timed(.5, 2, 2), new Timed(.1, 3, 4)))
                        .estimate())
                .isEqualTo(1);
    }

    /** Of one window it is the area under the curve, whose error differs by the order of one in n. */
    @Test
    void ofOneWindowItIsTheAreaUnderTheCurve() {
        List<Counted> rows = List.of(new Counted(.1, 300, 20), new Counted(.4, 200, 60), new Counted(.7, 100, 55));
        Metric area = Discrimination.auc(rows);
        Metric found = Concordance.of(rows.stream()
                .flatMap(row -> List.of(
                        new Timed(row.value(), 1, row.events()),
                        new Timed(row.value(), 2, row.examples() - row.events()))
                        .stream())
                .toList());

        assertThat(found.estimate()).isCloseTo(area.estimate(), within(1e-12));
        assertThat(found.error()).isCloseTo(area.error(), within(.01 * area.error()));
    }

    @Test
    void whereAllLeftAtOnceThereIsNoPair() {
        assertThat(Concordance.of(List.of(new Timed(.9, 1, 3))).estimate()).isNaN();
        assertThat(Concordance.of(List.of()).estimate()).isNaN();
    }
}
