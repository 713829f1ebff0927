package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Analytic gradients against differences of the log likelihood, over random parameters and histories. */
class GradientTest {
    private static final double STEP = 1e-5;
    private static final List<History> HISTORIES = List.of(
            new History(0, 0, 30),
            new History(1, 30, 30),
            new History(2, 11, 39),
            new History(30, 25, 39),
            new History(400, 99, 104));

    @Test
    void everyModelKnowsItsSlope() {
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            double[] logs = random.doubles(4, -2.5, 2.5).toArray();
            for (PurchaseFamily family : PurchaseFamily.values()) {
                for (History history : HISTORIES) {
                    assertSlope(family, logs, history);
                }
            }
        }
    }

    private static void assertSlope(PurchaseFamily family, double[] logs, History history) {
        double[] gradient = model(family, logs, 0, 0).gradient(history);
        assertThat(gradient).hasSize(family.names().size());
        for (int i = 0; i < gradient.length; i++) {
            double up = model(family, logs, i, STEP).logLikelihood(history);
            double down = model(family, logs, i, -STEP).logLikelihood(history);
            double scale = 1 + history.frequency();
            assertThat(gradient[i])
                    .as(
                            "%s %s %s",
                            model(family, logs, 0, 0), history, family.names().get(i))
                    .isCloseTo((up - down) / (2 * STEP), within(2e-7 * scale));
        }
    }

    private static PurchaseModel model(PurchaseFamily family, double[] logs, int moved, double by) {
        double[] parameters = new double[family.names().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Math.exp(logs[i] + (i == moved ? by : 0));
        }
        return family.model(parameters);
    }
}
