package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.linkage.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** BG/BB on 11,104 donors of 1995 followed to 2001: Fader, Hardie and Shang 2010. */
class DonationsFitTest {
    private static List<Opportunities> donors;
    private static Fit<BgBb> fit;

    @BeforeAll
    static void fit() throws IOException {
        donors = Files.readAllLines(SharedData.file("cdnow/donations.csv")).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .map(v -> new Opportunities(v[0], v[1], v[2], v[3]))
                .toList();
        fit = BgBb.fit(donors);
    }

    @Test
    void fitAgreesWithThePaper() {
        assertThat(fit.customers()).isEqualTo(11_104);
        assertThat(Digits.values(fit, 4, 5, 5, 4)).containsExactly("1.2035", ".74972", ".65672", "2.7834");
        assertThat(Digits.errors(fit, 3, 3, 3, 3)).containsExactly(".069", ".029", ".051", ".321");
        assertThat(fit.logLikelihood()).isCloseTo(-33225.581, within(5e-4));
    }

    @Test
    void chancesOfBeingAliveIn2002AgreeWithThePaper() {
        assertThat(Digits.of(alive(0, 0), 2)).isEqualTo(".11");
        assertThat(Digits.of(alive(2, 4), 2)).isEqualTo(".59");
        assertThat(Digits.of(alive(6, 6), 2)).isEqualTo(".93");
    }

    @Test
    void forecastsAgreeWithThePaperAndLifetimes() {
        BgBb model = fit.model();
        double total = donors.stream()
                .mapToDouble(d -> d.count() * model.expectedPurchases(d, 5))
                .sum();
        assertThat(total).isCloseTo(12_884.2, withinPercentage(0.001));
        assertThat(model.expectedPurchasesOfNew(10)).isCloseTo(3.1798, withinPercentage(0.01));
        assertThat(model.expectedPurchases(new Opportunities(0, 0, 6, 1), 10))
                .isCloseTo(.13022, withinPercentage(0.05));
        assertThat(model.expectedPurchases(new Opportunities(4, 5, 6, 1), 10))
                .isCloseTo(3.62786, withinPercentage(0.05));
    }

    @Test
    void fittedFrequenciesAgreeWithThePaper() {
        assertThat(11_104 * fit.model().probabilityOfPurchases(0, 6)).isCloseTo(3_454.9, within(.05));
        assertThat(11_104 * fit.model().probabilityOfPurchases(6, 6)).isCloseTo(1_253.1, within(.05));
        assertThat(LongStream.rangeClosed(0, 6)
                        .mapToDouble(x -> fit.model().probabilityOfPurchases(x, 6))
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void lifeIsTheSumOverAllLaterYears() {
        BgBb model = fit.model();
        Opportunities history = new Opportunities(4, 5, 6, 1);
        double sum = 0;
        for (int year = 1; year < 400; year++) {
            double one = model.expectedPurchases(history, year) - model.expectedPurchases(history, year - 1);
            sum += one * Math.pow(1.1, -year);
        }
        assertThat(model.discountedLifetime(history, .1)).isCloseTo(sum, withinPercentage(1e-8));
        assertThatThrownBy(() -> model.discountedLifetime(history, 0)).hasMessageContaining("bg-bb");
        assertThat(new BgBb(1, 1, 2, 3).discountedLifetime(history, 0))
                .isCloseTo(new BgBb(1, 1, 2, 3).discountedLifetime(history, 1e-9), withinPercentage(1e-4));
    }

    @Test
    void impossibleHistoriesAreRefused() {
        assertThatThrownBy(() -> new Opportunities(3, 2, 6, 1)).hasMessageContaining("frequency <= last");
        assertThatThrownBy(() -> new Opportunities(0, 2, 6, 1)).hasMessageContaining("last 0");
    }

    private static double alive(long frequency, long last) {
        return fit.model().probabilityAlive(new Opportunities(frequency, last, 6, 1));
    }
}
