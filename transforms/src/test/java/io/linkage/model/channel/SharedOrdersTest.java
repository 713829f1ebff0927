package io.linkage.model.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.random.Draws;
import org.junit.jupiter.api.Test;

class SharedOrdersTest {
    private static final int CHANNELS = 12;

    /** Shapley 1953: the mean gain of a channel over all coalitions, each weighed by how many orders of joining give it. */
    @Test
    void aPartOfEachPathIsTheShapleyValueOverAllCoalitionsOfTwelveChannels() {
        long[] orders = new long[1 << CHANNELS];
        Draws draws = Draws.of(1, "shapley");
        for (int path = 0; path < 300; path++) {
            orders[1 + draws.below(orders.length - 1)] += 1 + draws.below(20);
        }
        long[] worth = orders.clone();
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int coalition = 0; coalition < worth.length; coalition++) {
                if ((coalition & 1 << channel) != 0) {
                    worth[coalition] += worth[coalition ^ 1 << channel];
                }
            }
        }

        for (int channel = 0; channel < CHANNELS; channel++) {
            double exact = 0;
            double shared = 0;
            for (int coalition = 0; coalition < worth.length; coalition++) {
                int size = Integer.bitCount(coalition);
                if ((coalition & 1 << channel) == 0) {
                    exact += weight(size) * (worth[coalition | 1 << channel] - worth[coalition]);
                } else {
                    shared += new SharedOrders("c" + channel, size, orders[coalition], 0).owedOrders();
                }
            }
            assertThat(shared).isCloseTo(exact, within(1e-9));
        }
    }

    /** s! (n - s - 1)! / n! */
    private static double weight(int size) {
        double weight = 1.0 / CHANNELS;
        for (int at = 1; at <= size; at++) {
            weight *= (double) at / (CHANNELS - at);
        }
        return weight;
    }
}
