package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * What a buyer truly spends in the category, and with whom.
 *
 * @param yearlyEuro spending of a year in the category, with all brands
 * @param parts our brand first, then its rivals; shares sum to 1
 */
record Wallet(double yearlyEuro, List<Part> parts) {
    /** Our own brand. */
    static final String OWN = "own";

    /** True wallets, for {@code truth/wallet}. */
    static final DemoTable TABLE = new DemoTable(
            "wallet",
            "",
            "",
            List.of("customer_no", "brand"),
            new StructType()
                    .add("customer_no", StringType)
                    .add("brand", StringType)
                    .add("share", DoubleType)
                    .add("yearly_eur", DoubleType),
            world -> world.plan().customers(),
            Wallet::tell);

    private static final String[] RIVALS = {"brand-b", "brand-c", "brand-d", "brand-e", "brand-f", "brand-g"};
    private static final int MOST_BRANDS = 5;
    private static final double LEAST_YEARS = 0.5;

    /** One brand's part. */
    record Part(String brand, double share) {}

    /** Our share is higher where fewer brands are used; rivals share the rest as chance has it. */
    static Wallet of(World world, long customer) {
        Draws draws = world.draws("true-wallet", customer);
        int brands = 1 + draws.below(MOST_BRANDS);
        double own = brands == 1 ? 1 : draws.beta(4, 4.0 * (brands - 1) / 1.5);
        List<Part> parts = new ArrayList<>(List.of(new Part(OWN, own)));
        double rest = 1 - own;
        int first = draws.below(RIVALS.length);
        for (int rival = 1; rival < brands; rival++) {
            double share = rival == brands - 1 ? rest : rest * draws.uniform();
            parts.add(new Part(RIVALS[(first + rival) % RIVALS.length], share));
            rest -= share;
        }
        Life life = world.life(customer);
        double years = Math.max(LEAST_YEARS, (world.plan().days() - life.firstDay()) / 365.0);
        return new Wallet(life.orders() * life.orderMean() / years / own, parts);
    }

    double ownShare() {
        return parts.get(0).share();
    }

    /** 1 where no brand has a larger share. */
    int ownRank() {
        return 1
                + (int) parts.stream().filter(part -> part.share() > ownShare()).count();
    }

    private static void tell(World world, long customer, Sink sink) {
        if (world.life(customer).orders() > 0) {
            Wallet wallet = of(world, customer);
            for (Part part : wallet.parts) {
                String number = Long.toString(Customers.number(customer));
                sink.row(number, part.brand(), part.share(), part.share() * wallet.yearlyEuro);
            }
        }
    }
}
