package io.linkage.model.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelChainTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    /** Anderl et al. 2016 in small: paths a b order, a nothing, b c order, c nothing. */
    @Test
    void removalEffectsAreThoseOfTheChainSolvedByHand() {
        ChannelChain chain = ChannelChain.of(List.of(
                new Step(Step.START, "a", 2),
                new Step(Step.START, "b", 1),
                new Step(Step.START, "c", 1),
                new Step("a", "b", 1),
                new Step("a", Step.NOTHING, 1),
                new Step("b", Step.ORDER, 1),
                new Step("b", "c", 1),
                new Step("c", Step.ORDER, 1),
                new Step("c", Step.NOTHING, 1)));

        // p(c) = 1/2, p(b) = 1/2 + 1/2 1/2 = 3/4, p(a) = 3/8; from the start 1/2 3/8 + 1/4 3/4 + 1/4 1/2 = 1/2.
        assertThat(chain.orderProbability()).isCloseTo(.5, within(1e-12));
        // Without a: 1/4 3/4 + 1/4 1/2 = 5/16. Without b: 1/4 1/2 = 1/8. Without c: (1/2 1/2 + 1/4) 1/2 = 1/4.
        Map<String, Double> lost = chain.removalEffects();
        assertThat(lost.get("a")).isCloseTo(3.0 / 8, within(1e-9));
        assertThat(lost.get("b")).isCloseTo(3.0 / 4, within(1e-9));
        assertThat(lost.get("c")).isCloseTo(1.0 / 2, within(1e-9));
        // 2 orders by 3 : 6 : 4.
        assertThat(chain.credits(2).get("b")).isCloseTo(12.0 / 13, within(1e-9));
    }

    @Test
    void aRemovalEffectIsThatOfTheChainWithoutTheChannelSolvedAgain() {
        for (int world = 0; world < 50; world++) {
            List<Step> steps = random(Draws.of(1, "chain", world));
            ChannelChain chain = ChannelChain.of(steps);

            for (String channel : NAMES) {
                double without = ChannelChain.of(steps.stream()
                                .map(step -> step.to().equals(channel)
                                        ? new Step(step.from(), Step.NOTHING, step.times())
                                        : step)
                                .toList())
                        .orderProbability();
                assertThat(chain.removalEffects().get(channel))
                        .isCloseTo(1 - without / chain.orderProbability(), within(1e-9));
            }
        }
    }

    @Test
    void pathsWithoutAnOrderOweNothingToAnyChannel() {
        ChannelChain chain = ChannelChain.of(List.of(new Step(Step.START, "a", 3), new Step("a", Step.NOTHING, 3)));

        assertThat(chain.removalEffects()).containsExactly(Map.entry("a", 0.0));
        assertThat(chain.credits(0)).containsExactly(Map.entry("a", 0.0));
        assertThat(ChannelChain.of(List.of()).removalEffects()).isEmpty();
    }

    private static List<Step> random(Draws draws) {
        List<Step> steps = new ArrayList<>();
        for (String from : NAMES) {
            steps.add(new Step(Step.START, from, 1 + draws.below(9)));
            steps.add(new Step(from, Step.ORDER, 1 + draws.below(3)));
            steps.add(new Step(from, Step.NOTHING, 1 + draws.below(9)));
            NAMES.forEach(to -> steps.add(new Step(from, to, draws.below(6))));
        }
        return steps;
    }
}
