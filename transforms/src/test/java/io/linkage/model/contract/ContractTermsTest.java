package io.linkage.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContractTermsTest {
    private static final ContractModel HALF = new ConstantRetention(.5);

    /** Two renewals within two months, due in a quarter and in one and a quarter: .5 and .25 of 10 at a margin of .4. */
    @Test
    void renewalsWithinTheHorizonAreWorthTheirDiscountedMargin() {
        double month = Math.pow(1.1, -1 / 12.0);

        ContractTerms.Value value = new ContractTerms(1, 2, .1, .4).value(HALF, 6.75, 10);

        assertThat(value.renewals()).isCloseTo(.75, within(1e-12));
        assertThat(value.amount())
                .isCloseTo(4 * (.5 * Math.pow(month, .25) + .25 * Math.pow(month, 1.25)), within(1e-12));
    }

    /** A year of 12 x 10 is due in half a year; the one after it lies beyond the horizon of a year. */
    @Test
    void aYearlyContractIsPaidForByTheYear() {
        ContractTerms.Value value = new ContractTerms(12, 12, 0, 1).value(HALF, 2.5, 10);

        assertThat(value.amount()).isCloseTo(60, within(1e-12));
    }

    @Test
    void aHorizonThatEndsBeforeTheNextRenewalHoldsNothing() {
        assertThat(new ContractTerms(12, 5, .1, 1).value(HALF, 2.5, 10).amount())
                .isZero();
    }

    /** The sum over a whole life would not settle at so small a rate; that over a year has twelve terms. */
    @Test
    void withHardlyADiscountAYearIsWorthWhatItIsWithoutOne() {
        ContractModel longLived = new ShiftedBetaGeometric(.7, 1.2);

        assertThat(new ContractTerms(1, 12, 0, 1).value(longLived, 3, 10).amount())
                .isBetween(66.0, 66.2);
        assertThat(new ContractTerms(1, 12, 1e-9, 1).value(longLived, 3, 10).amount())
                .isCloseTo(
                        new ContractTerms(1, 12, 0, 1).value(longLived, 3, 10).amount(), within(1e-6));
    }
}
