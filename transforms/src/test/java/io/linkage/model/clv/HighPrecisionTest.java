package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stable forms against the textbook forms in 120 digits, made by src/test/mpmath/purchase_models.py. */
class HighPrecisionTest {
    private static final Path TABLE = Path.of("src", "test", "mpmath", "purchase_models.csv");

    @Test
    void everyFigureAgreesToTenDigitsOverHostileParameters() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        assertThat(lines).hasSize(1 + 4 * 8 * 3);
        lines.stream().skip(1).forEach(HighPrecisionTest::assertAgrees);
    }

    private static void assertAgrees(String line) {
        String[] cells = line.split(",");
        double[] v =
                Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
        PurchaseFamily family = PurchaseFamily.of(cells[0]);
        PurchaseModel model = family.model(
                IntStream.range(0, family.names().size()).mapToDouble(i -> v[i]).toArray());
        History history = new History((long) v[4], v[5], v[6]);

        assertThat(model.logLikelihood(history)).as(line).isCloseTo(v[9], within(1e-10 * (1 + Math.abs(v[9]))));
        assertThat(model.probabilityAlive(history)).as(line).isCloseTo(v[10], within(1e-9 * v[10]));
        assertThat(model.purchasesIfAlive(history.frequency(), history.age(), v[7]))
                .as(line)
                .isCloseTo(v[11], withinPercentage(1e-8));
        assertThat(model.lifetimeIfAlive(history.frequency(), history.age(), v[8]))
                .as(line)
                .isCloseTo(v[12], withinPercentage(1e-8));
    }
}
