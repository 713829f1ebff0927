package io.linkage.model.clv.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.model.clv.Correlation;
import io.linkage.model.clv.Estimate;
import io.linkage.model.random.Draws;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void drawsHaveTheSpreadAndTheCorrelationOfTheFit() {
        Parameters<Map<String, Double>> parameters = Parameters.of(
                by -> by,
                List.of(new Estimate("r", 2, .2), new Estimate("alpha", 10, 3)),
                List.of(new Correlation("r", "alpha", .8)));

        double[][] logs = logs(parameters);

        assertThat(covariance(logs[0], logs[0])).isCloseTo(.01, within(.001));
        assertThat(covariance(logs[1], logs[1])).isCloseTo(.09, within(.009));
        assertThat(covariance(logs[0], logs[1])).isCloseTo(.8 * .1 * .3, within(.003));
    }

    /** On a ridge a and b grow together without end, and their ratio is known all the same. */
    @Test
    void aDirectionWithoutAnEndIsCutAndTheOthersAreKept() {
        Parameters<Map<String, Double>> parameters = Parameters.of(
                by -> by,
                List.of(
                        new Estimate("r", .6, .06),
                        new Estimate("a", 15_000, 2_800_000),
                        new Estimate("b", 160_000, 3e7)),
                List.of(new Correlation("a", "b", .9999995)));

        double[][] logs = logs(parameters);

        assertThat(Math.sqrt(covariance(logs[0], logs[0]))).isCloseTo(.1, within(.01));
        assertThat(Math.sqrt(covariance(logs[1], logs[1]))).isLessThan(1);
    }

    @Test
    void aParameterWithoutStandardErrorStaysWhereItIs() {
        Parameters<Map<String, Double>> parameters =
                Parameters.of(by -> by, List.of(new Estimate("mean", 42, Double.NaN)), List.of());

        assertThat(parameters.draw(Draws.of(1, "test"))).isEqualTo(Map.of("mean", 42.0));
    }

    @Test
    void aSumOfManyIsNormalAndOneOfFewIsSkewedAndNeverNegative() {
        assertThat(Interval.ofSum(1e6, 1e8).low()).isCloseTo(1e6 - 1.645e4, within(200.0));
        assertThat(Interval.ofSum(1e6, 1e8).high()).isCloseTo(1e6 + 1.645e4, within(200.0));
        assertThat(Interval.ofSum(10, 400).low()).isBetween(0.0, 1.0);
        assertThat(Interval.ofSum(10, 400).high()).isGreaterThan(40);
        assertThat(Interval.ofSum(-10, 400).low())
                .isEqualTo(-Interval.ofSum(10, 400).high());
        assertThat(Interval.ofSum(10, 0)).isEqualTo(new Interval(10, 10));
        assertThat(Interval.ofSum(0, 0)).isEqualTo(new Interval(0, 0));
    }

    private static double[][] logs(Parameters<Map<String, Double>> parameters) {
        List<Map<String, Double>> drawn = IntStream.range(0, 5_000)
                .mapToObj(draw -> parameters.draw(Draws.of(1, "test", draw)))
                .toList();
        return drawn.get(0).keySet().stream()
                .map(name ->
                        drawn.stream().mapToDouble(by -> Math.log(by.get(name))).toArray())
                .toArray(double[][]::new);
    }

    private static double covariance(double[] one, double[] other) {
        double sum = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
            ofOne += one[i];
            ofOther += other[i];
        }
        return sum / one.length - ofOne / one.length * ofOther / one.length;
    }
}
