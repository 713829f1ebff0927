package io.linkage.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the guard says of contracts that do not carry a model, and that values stay finite. */
class DegenerateContractsTest {
    @Test
    void noContractsAreRefused() {
        assertThat(FitContracts.of(List.of(), 30).verdict().code()).isEqualTo(ContractVerdict.Code.NO_CONTRACTS);
    }

    @Test
    void oneContractIsRefused() {
        ContractFit fit = FitContracts.of(List.of(new CountedTenure(7, false, 1)), 30);

        assertThat(fit.verdict().code()).isEqualTo(ContractVerdict.Code.TOO_FEW_ENDS);
        assertThat(fit.verdict().reason()).startsWith("None of 1 contracts ended; at least 30 ends are needed");
        assertThat(fit.champion()).isEmpty();
    }

    @Test
    void contractsThatNeverEndAreRefused() {
        assertThat(FitContracts.of(List.of(new CountedTenure(12, false, 5_000)), 30)
                        .champion())
                .isEmpty();
    }

    @Test
    void contractsThatAllEndAtOnceHaveNoFuture() {
        ContractModel model = FitContracts.of(List.of(new CountedTenure(1, true, 400)), 30)
                .champion()
                .orElseThrow();

        assertThat(model).isEqualTo(new ConstantRetention(0));
        assertThat(model.residualRenewals(0, 0)).isZero();
    }

    @Test
    void contractsThatEndAlikeAreValuedByOneRetention() {
        List<CountedTenure> tenures = new ArrayList<>();
        for (int period = 1; period <= 10; period++) {
            tenures.add(new CountedTenure(period, true, Math.round(100 * Math.pow(.9, period - 1))));
        }
        tenures.add(new CountedTenure(10, false, 348));

        ContractFit fit = FitContracts.of(tenures, 30);

        assertThat(fit.verdict().code()).isEqualTo(ContractVerdict.Code.DIFFERENCES_NOT_IDENTIFIED);
        assertThat(fit.verdict().reason()).contains("One retention for all");
        assertThat(((ConstantRetention) fit.champion().orElseThrow()).retention())
                .isCloseTo(.9, within(1e-3));
        assertThat(fit.sbg()).isPresent();
    }

    /** With one renewal only the mean of the chance is known, not its spread. */
    @Test
    void oneRenewalDoesNotTellHowContractsDiffer() {
        ContractFit fit =
                FitContracts.of(List.of(new CountedTenure(1, true, 100), new CountedTenure(1, false, 300)), 30);

        assertThat(fit.champion()).contains(new ConstantRetention(.75));
    }

    @Test
    void anyContractsGiveFiniteNumbers() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            List<CountedTenure> tenures = new ArrayList<>();
            for (int row = random.nextInt(6); row >= 0; row--) {
                tenures.add(new CountedTenure(
                        1 + random.nextInt(1 << random.nextInt(9)),
                        random.nextInt(3) > 0,
                        1 + random.nextInt(1 << random.nextInt(20))));
            }
            ContractFit fit = FitContracts.of(tenures, 5);
            fit.sbg()
                    .ifPresent(sbg -> assertThat(sbg.logLikelihood()).isFinite().isLessThanOrEqualTo(0));
            fit.champion().ifPresent(model -> {
                assertThat(model.renewals(random.nextInt(500), 120, 0))
                        .isFinite()
                        .isBetween(0.0, 120.0);
                assertThat(model.residualRenewals(random.nextInt(500), .008))
                        .isFinite()
                        .isBetween(0.0, 126.0);
            });
        }
    }

    @Test
    void impossibleContractsAreRefused() {
        assertThatThrownBy(() -> new CountedTenure(0, true, 1)).hasMessageContaining("one more where it has ended");
        assertThatThrownBy(() -> new CountedTenure(-1, false, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShiftedBetaGeometric(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShiftedBetaGeometric(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
