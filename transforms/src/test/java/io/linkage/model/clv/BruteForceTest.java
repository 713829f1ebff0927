package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

/**
 * The closed forms against the stories they stand for: purchase rate and dropout chance of one customer integrated out on a
 * plain grid of ln(rate) and logit(chance).
 */
class BruteForceTest {
    private static final double STEP = 0.15;
    private static final List<History> HISTORIES = List.of(
            new History(0, 0, 38.86),
            new History(1, 0.5, 30),
            new History(2, 30.43, 38.86),
            new History(12, 20, 39),
            new History(26, 30.857, 31));
    private static final double[][] PARAMETERS = {
        {0.243, 4.414, 0.793, 2.426}, {0.525, 6.183, 0.891, 1.614}, {2, 10, 1, 3}, {1.5, 0.2, 3.2, 0.7}
    };

    @Test
    void bgNbdIsItsStoryIntegrated() {
        for (double[] v : PARAMETERS) {
            BgNbd model = new BgNbd(v[0], v[1], v[2], v[3]);
            for (History h : HISTORIES) {
                DoubleBinaryOperator alive = (rate, p) -> Math.pow(1 - p, h.frequency()) * buying(h, rate, h.age());
                DoubleBinaryOperator gone = (rate, p) -> h.frequency() == 0
                        ? 0
                        : p * Math.pow(1 - p, h.frequency() - 1.0) * buying(h, rate, h.recency());
                assertStory(model, v, h, alive, gone);
            }
        }
    }

    @Test
    void mbgNbdIsItsStoryIntegrated() {
        for (double[] v : PARAMETERS) {
            MbgNbd model = new MbgNbd(v[0], v[1], v[2], v[3]);
            for (History h : HISTORIES) {
                DoubleBinaryOperator alive =
                        (rate, p) -> Math.pow(1 - p, h.frequency() + 1.0) * buying(h, rate, h.age());
                DoubleBinaryOperator gone =
                        (rate, p) -> p * Math.pow(1 - p, h.frequency()) * buying(h, rate, h.recency());
                assertStory(model, v, h, alive, gone);
            }
        }
    }

    @Test
    void nbdIsTheLimitWithoutDropout() {
        Nbd nbd = new Nbd(0.5, 8);
        for (History h : HISTORIES) {
            PurchaseModel bg = new BgNbd(0.5, 8, 1e-9, 5);
            PurchaseModel mbg = new MbgNbd(0.5, 8, 1e-9, 5);
            for (PurchaseModel limit : List.of(bg, mbg)) {
                assertThat(limit.logLikelihood(h)).isCloseTo(nbd.logLikelihood(h), within(1e-6));
                assertThat(limit.expectedPurchases(h, 26)).isCloseTo(nbd.expectedPurchases(h, 26), within(1e-5));
            }
        }
    }

    @Test
    void gammaGammaIsItsStoryIntegrated() {
        double p = 6.25;
        double q = 3.74;
        double gamma = 15.44;
        double density = 0;
        double mean = 0;
        for (double y = -15; y < 15; y += 0.01) {
            double scale = Math.exp(y);
            double weight = gammaDensity(scale, q, gamma) * scale * 0.01;
            double seen = gammaDensity(30, p * 4, scale * 4);
            density += weight * seen;
            mean += weight * seen * p / scale;
        }

        GammaGamma model = new GammaGamma(p, q, gamma);
        assertThat(model.logLikelihood(4, 30)).isCloseTo(Math.log(density), within(1e-10));
        assertThat(model.expectedSpend(4, 30)).isCloseTo(mean / density, within(1e-9));
    }

    private static void assertStory(
            PurchaseModel model, double[] v, History h, DoubleBinaryOperator alive, DoubleBinaryOperator gone) {
        double living = integral(v, alive);
        double all = living + integral(v, gone);
        double weeks = 39;
        double purchases = integral(v, (rate, p) -> alive.applyAsDouble(rate, p) * -Math.expm1(-rate * p * weeks) / p);
        assertThat(model.logLikelihood(h)).as("%s %s", model, h).isCloseTo(Math.log(all), within(1e-9));
        assertThat(model.probabilityAlive(h)).as("%s %s", model, h).isCloseTo(living / all, within(1e-9));
        assertThat(model.expectedPurchases(h, weeks)).as("%s %s", model, h).isCloseTo(purchases / all, within(1e-8));
    }

    /** Density of x purchases at the given rate, the customer being seen alive for the given weeks. */
    private static double buying(History h, double rate, double weeks) {
        return Math.exp(h.frequency() * Math.log(rate) - rate * weeks);
    }

    private static double integral(double[] v, DoubleBinaryOperator f) {
        double logBeta = Beta.logBeta(v[2], v[3]);
        double sum = 0;
        for (double u = -100; u < 10; u += STEP) {
            double rate = Math.exp(u);
            double rateWeight = gammaDensity(rate, v[0], v[1]) * rate * STEP;
            for (double y = -45; rateWeight > 1e-300 && y < 36; y += STEP) {
                double p = 1 / (1 + Math.exp(-y));
                double weight = Math.exp(v[2] * Math.log(p) + v[3] * -Math.log1p(Math.exp(y)) - logBeta) * STEP;
                sum += rateWeight * weight * f.applyAsDouble(rate, p);
            }
        }
        return sum;
    }

    private static double gammaDensity(double x, double shape, double rate) {
        return Math.exp(shape * Math.log(rate) + (shape - 1) * Math.log(x) - rate * x - Gamma.logGamma(shape));
    }
}
