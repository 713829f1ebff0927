package io.linkage.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contracts of Fader and Hardie 2007, of 1,000 customers each, over seven renewals. */
class ShiftedBetaGeometricTest {
    private static final long[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241};
    private static final long[] HIGH_END = {1000, 869, 743, 653, 593, 551, 517, 491};

    @Test
    void regularCustomersAreFittedAsPublished() {
        published(REGULAR, .704077, 1.182043, -1680.265);
    }

    @Test
    void highEndCustomersAreFittedAsPublished() {
        published(HIGH_END, .668088, 3.806095, -1611.158);
    }

    private static void published(long[] survivors, double alpha, double beta, double logLikelihood) {
        ContractFit fit = FitContracts.of(tenures(survivors), 30);
        ShiftedBetaGeometric sbg = (ShiftedBetaGeometric) fit.champion().orElseThrow();

        assertThat(fit.verdict().code()).isEqualTo(ContractVerdict.Code.IDENTIFIED);
        assertThat(sbg.alpha()).isCloseTo(alpha, within(5e-6));
        assertThat(sbg.beta()).isCloseTo(beta, within(5e-6));
        assertThat(fit.sbg().orElseThrow().logLikelihood()).isCloseTo(logLikelihood, within(1e-3));
        List<Double> errors = fit.sbg().orElseThrow().errors();
        assertThat(errors.get(0) / alpha).isBetween(.05, .25);
        assertThat(errors.get(1) / beta).isBetween(.05, .25);
        assertThat(1000 * sbg.survival(7)).isCloseTo(survivors[7], within(10.0));
    }

    @Test
    void retentionRisesAsTheLoyalAreLeft() {
        ShiftedBetaGeometric sbg = new ShiftedBetaGeometric(.704077, 1.182043);

        assertThat(sbg.retention(1)).isCloseTo(.6267, within(1e-4));
        assertThat(sbg.retention(7)).isGreaterThan(sbg.retention(6)).isCloseTo(.9107, within(1e-4));
    }

    @Test
    void theRemainingLifeIsTheLimitOfLongHorizons() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            ShiftedBetaGeometric sbg = new ShiftedBetaGeometric(
                    Math.exp(4 * random.nextDouble() - 2), Math.exp(7 * random.nextDouble() - 2));
            double rate = Math.exp(-1 - 4 * random.nextDouble());
            long made = random.nextInt(40);

            assertThat(sbg.residualRenewals(made, rate))
                    .isCloseTo(sbg.renewals(made, 6_000, rate), within(1e-9 * sbg.residualRenewals(made, rate)));
        }
    }

    @Test
    void aNewContractIsWorthItsFirstPeriodAndTheRenewalsAfterIt() {
        ShiftedBetaGeometric sbg = new ShiftedBetaGeometric(.668088, 3.806095);
        double byTerms = 0;
        for (int t = 0; t < 3_000; t++) {
            byTerms += sbg.survival(t) / Math.pow(1.1, t);
        }

        assertThat(1 + sbg.residualRenewals(0, .1) / 1.1).isCloseTo(byTerms, within(1e-9));
    }

    @Test
    void withoutDiscountTheRemainingLifeIsFiniteOnlyAboveAlphaOne() {
        assertThat(new ShiftedBetaGeometric(3, 2).residualRenewals(4, 0)).isCloseTo(6 / 2.0, within(1e-12));
        assertThat(new ShiftedBetaGeometric(3, 2).residualRenewals(4, 1e-9)).isCloseTo(3, within(1e-6));
        assertThatThrownBy(() -> new ShiftedBetaGeometric(1, 2).residualRenewals(4, 0))
                .hasMessageContaining("grows without bound")
                .hasMessageContaining("yearly-discount-rate");
    }

    @Test
    void constantRetentionIsWorthItsGeometricSum() {
        assertThat(new ConstantRetention(.8).residualRenewals(3, .1))
                .isCloseTo(new ConstantRetention(.8).renewals(3, 500, .1), within(1e-12));
        assertThat(new ConstantRetention(.8).residualRenewals(3, 0)).isCloseTo(4, within(1e-12));
        assertThat(new ConstantRetention(0).residualRenewals(0, .1)).isZero();
        assertThatThrownBy(() -> new ConstantRetention(1)).hasMessageContaining("no contract ever ended");
    }

    /** Contracts that began at many moments: the renewals that they came to are all that is learned from. */
    @Test
    void contractsOfManyBeginningsGiveThePlantedParametersWithinTheirErrors() {
        Random random = new Random(11);
        List<CountedTenure> tenures = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double chance = beta(random, 1, 6);
            long seen = random.nextInt(36);
            long lived = 1 + (long) Math.floor(Math.log(random.nextDouble()) / Math.log1p(-chance));
            tenures.add(lived <= seen ? new CountedTenure(lived, true, 1) : new CountedTenure(seen, false, 1));
        }

        ContractFit fit = FitContracts.of(tenures, 30);
        ShiftedBetaGeometric sbg = (ShiftedBetaGeometric) fit.champion().orElseThrow();

        List<Double> errors = fit.sbg().orElseThrow().errors();
        assertThat(sbg.alpha()).isCloseTo(1, within(3 * errors.get(0)));
        assertThat(sbg.beta()).isCloseTo(6, within(3 * errors.get(1)));
        assertThat(errors.get(0)).isLessThan(.05);
    }

    /** Contracts of which only those that lived to a day are known, as in an extract: what came before it is not counted. */
    @Test
    void contractsThatWereObservedLateGiveThePlantedParametersToo() {
        Random random = new Random(12);
        List<CountedTenure> tenures = new ArrayList<>();
        while (tenures.size() < 20_000) {
            double chance = beta(random, 1, 6);
            long entered = random.nextInt(24);
            long lived = 1 + (long) Math.floor(Math.log(random.nextDouble()) / Math.log1p(-chance));
            if (lived > entered) {
                boolean hasEnded = lived <= entered + 6;
                tenures.add(new CountedTenure(entered, Math.min(lived, entered + 6), hasEnded, 1));
            }
        }

        ContractFit fit = FitContracts.of(tenures, 30);
        ShiftedBetaGeometric sbg = (ShiftedBetaGeometric) fit.champion().orElseThrow();

        assertThat(sbg.alpha())
                .isCloseTo(1, within(3 * fit.sbg().orElseThrow().errors().get(0)));
        assertThat(sbg.beta())
                .isCloseTo(6, within(3 * fit.sbg().orElseThrow().errors().get(1)));
    }

    private static List<CountedTenure> tenures(long[] survivors) {
        List<CountedTenure> tenures = new ArrayList<>();
        for (int year = 1; year < survivors.length; year++) {
            tenures.add(new CountedTenure(year, true, survivors[year - 1] - survivors[year]));
        }
        tenures.add(new CountedTenure(survivors.length - 1, false, survivors[survivors.length - 1]));
        return tenures;
    }

    /** Whole shapes: the a-th smallest of a + b - 1 uniform numbers. */
    private static double beta(Random random, int a, int b) {
        return random.doubles(a + b - 1).sorted().skip(a - 1).findFirst().orElseThrow();
    }
}
