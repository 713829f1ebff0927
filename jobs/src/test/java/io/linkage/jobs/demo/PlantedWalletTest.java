package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.demo.PlantedWallets.Customer;
import io.linkage.model.wallet.FitWallet;
import io.linkage.model.wallet.HeldOut;
import io.linkage.model.wallet.HeldOutMetrics;
import io.linkage.model.wallet.Imputation;
import io.linkage.model.wallet.Respondent;
import io.linkage.model.wallet.Rubin;
import io.linkage.model.wallet.StatedWallet;
import io.linkage.model.wallet.Wallet;
import io.linkage.model.wallet.WalletFit;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of wallets of generated companies, against the wallets that were planted. */
class PlantedWalletTest {
    private static final int CUSTOMERS = 10_000;
    private static final int LEAST_ANSWERS = 100;

    private static List<Learned> companies;

    /** A company, and what its respondents taught. */
    private record Learned(PlantedWallets company, WalletFit fit) {
        Wallet modelled(Customer customer) {
            return fit.model().orElseThrow().model().of(customer.buyer(), fit.band());
        }
    }

    @BeforeAll
    static void learn() {
        companies = LongStream.rangeClosed(1, 4)
                .mapToObj(seed -> PlantedWallets.of(CUSTOMERS, seed))
                .map(company -> new Learned(company, FitWallet.of(company.answers(), LEAST_ANSWERS)))
                .toList();
    }

    @Test
    void theBandOfThoseWhoWereNotAskedCoversThePlantedWalletAtItsRate() {
        Predicate<Customer> isOther = customer -> customer.answer() == null;
        for (Learned learned : companies) {
            assertThat(coverage(
                            learned, isOther.and(customer -> customer.buyer().isRecent())))
                    .isBetween(.87, .93);
            assertThat(coverage(
                            learned, isOther.and(customer -> !customer.buyer().isRecent())))
                    .isBetween(.84, .96);
            assertThat(coverage(learned, isOther)).isBetween(.87, .93);
        }
    }

    /** The band is that of one half of those who were asked, held against the other half, whose amounts are as planted. */
    @Test
    void theBandOfThoseWhoWereAskedCoversThePlantedWalletAtItsRate() {
        long asked = 0;
        long held = 0;
        for (Learned learned : companies) {
            List<Respondent> half = learned.company().answers().stream()
                    .filter(one -> one.key() % 2 == 0)
                    .toList();
            WalletFit fit = FitWallet.of(half, LEAST_ANSWERS);
            for (Customer customer : learned.company().customers()) {
                if (customer.answer() != null && customer.key() % 2 == 1) {
                    Respondent answer = customer.answer();
                    asked++;
                    held += holds(
                                    StatedWallet.of(customer.buyer(), answer.share(), answer.amount(), fit.stated()),
                                    customer)
                            ? 1
                            : 0;
                }
            }
        }

        assertThat(held / (double) asked).isBetween(.87, .93);
    }

    @Test
    void theModelRanksLeftOutRespondentsBetterThanTheShareOfTheSegment() {
        for (Learned learned : companies) {
            assertThat(rankCorrelation(learned, HeldOut::model))
                    .isGreaterThan(rankCorrelation(learned, HeldOut::segment));
        }
    }

    private static double rankCorrelation(Learned learned, ToDoubleFunction<HeldOut> forecast) {
        return HeldOutMetrics.of(learned.fit().heldOut(), forecast).stream()
                .filter(metric -> metric.code().equals("rank-correlation"))
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    /** Of four intervals of 90 % one may miss by chance; errors of 10 % would be missed by most. */
    @Test
    void imputedTotalsHoldThePlantedTotal() {
        long held = companies.stream().filter(PlantedWalletTest::isTotalHeld).count();

        assertThat(held).isGreaterThanOrEqualTo(3);
    }

    private static boolean isTotalHeld(Learned learned) {
        Imputation imputation = new Imputation(learned.fit().model().orElseThrow());
        double[] totals = new double[Imputation.TIMES];
        double planted = 0;
        for (Customer customer : learned.company().customers()) {
            double[] wallets = imputation.of(customer.key(), customer.buyer());
            for (int time = 0; time < totals.length; time++) {
                totals[time] += wallets[time];
            }
            planted += customer.planted();
        }
        Rubin total = Rubin.of(totals);
        return total.low() <= planted && planted <= total.high();
    }

    private static double coverage(Learned learned, Predicate<Customer> of) {
        List<Customer> customers =
                learned.company().customers().stream().filter(of).toList();
        long held = customers.stream()
                .filter(customer -> holds(learned.modelled(customer), customer))
                .count();
        return held / (double) customers.size();
    }

    private static boolean holds(Wallet wallet, Customer customer) {
        return wallet.low() <= customer.planted() && customer.planted() <= wallet.high();
    }
}
