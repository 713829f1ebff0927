package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How many customers make how many purchases: P(X(t) = j). */
class PurchaseCountsTest {
    private static final List<PurchaseModel> MODELS = List.of(
            new Nbd(.385, 12.07),
            new BgNbd(.243, 4.414, .793, 2.426),
            new MbgNbd(.525, 6.183, .891, 1.614),
            new ParetoNbd(.553, 10.578, .606, 11.669),
            new ParetoNbd(2, .5, 1, 40),
            new ParetoNbd(.1, 80, 3, .2),
            new BgNbd(3, 9, .2, .4),
            new MbgNbd(.2, 30, 3, .5));

    @Test
    void chancesAddUpToOneAndTheirMeanIsTheForecastOfANewCustomer() {
        for (PurchaseModel model : MODELS) {
            for (double weeks : new double[] {.5, 13, 52}) {
                double sum = 0;
                double mean = 0;
                for (long j = 0; j < 3000; j++) {
                    double chance = model.probabilityOfPurchases(j, weeks);
                    assertThat(chance).isBetween(0.0, 1.0);
                    sum += chance;
                    mean += j * chance;
                }
                assertThat(sum).as("%s %s", model, weeks).isCloseTo(1, within(1e-9));
                assertThat(mean).as("%s %s", model, weeks).isCloseTo(model.expectedPurchasesOfNew(weeks), within(1e-7));
            }
        }
    }

    /** A customer of age t who has not bought again is as likely as the likelihood says. */
    @Test
    void noPurchaseIsTheLikelihoodOfAnEmptyHistory() {
        for (PurchaseModel model : MODELS) {
            assertThat(model.probabilityOfPurchases(0, 30))
                    .as("%s", model)
                    .isCloseTo(Math.exp(model.logLikelihood(new History(0, 0, 30))), within(1e-12));
        }
    }
}
