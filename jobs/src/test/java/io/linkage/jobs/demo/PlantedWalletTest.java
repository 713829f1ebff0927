package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.model.wallet.FitWallet;
import io.linkage.model.wallet.StatedWallet;
import io.linkage.model.wallet.WalletFit;
import io.linkage.model.wallet.WalletModel;
import org.junit.jupiter.api.Test;

/** Bands of wallets hold the wallets that were planted as often as they promise. */
class PlantedWalletTest {
    private static final int CUSTOMERS = 10_000;
    private static final int SEEDS = 4;

    /** Of those who were not asked, and of those who were: in both the band promises 90 %. */
    @Test
    void theBandCoversThePlantedWalletAtItsRate() {
        long[] asked = new long[2];
        long[] others = new long[2];
        for (int seed = 1; seed <= SEEDS; seed++) {
            PlantedWallets company = PlantedWallets.of(CUSTOMERS, seed);
            WalletFit fit = FitWallet.of(company.answers(), 100);
            WalletModel model = fit.model().orElseThrow().model();
            long[] a = new long[2], o = new long[2];
            double err = 0, share = 0;
            for (PlantedWallets.Customer customer : company.customers()) {
                boolean isAsked = customer.answer() != null;
                var wallet = isAsked
                        ? StatedWallet.of(
                                customer.buyer(),
                                customer.answer().share(),
                                customer.answer().amount(),
                                fit.stated())
                        : model.of(customer.buyer(), fit.band());
                long[] t = isAsked ? a : o;
                t[0]++;
                if (wallet.low() <= customer.planted() && customer.planted() <= wallet.high()) t[1]++;
                if (!isAsked) {
                    err += wallet.amount();
                    share += customer.planted();
                }
            }
            System.out.println(seed + " asked " + a[0] + " " + a[1] / (double) a[0] + " others " + o[0] + " "
                    + o[1] / (double) o[0] + " " + fit.verdict() + " total ratio " + err / share + fit.band()
                    + fit.stated());
            for (int i = 0; i < 2; i++) {
                asked[i] += a[i];
                others[i] += o[i];
            }
        }
        assertThat(asked[1] / (double) asked[0]).isBetween(.87, .93);
        assertThat(others[1] / (double) others[0]).isBetween(.87, .93);
    }
}
