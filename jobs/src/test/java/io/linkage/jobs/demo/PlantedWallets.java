package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import io.linkage.model.wallet.Buyer;
import io.linkage.model.wallet.Respondent;
import java.util.ArrayList;
import java.util.List;

/**
 * A generated company as its ledger knows it, who was asked and what they stated, and the wallets that were planted.
 *
 * @param customers with a purchase
 */
record PlantedWallets(List<Customer> customers) {
    private static final int YEAR = 365;

    /**
     * One buyer.
     *
     * @param key of the customer
     * @param buyer what the ledger knows
     * @param planted what the buyer truly spends in the category in a year
     * @param answer what the buyer stated; null if not asked
     */
    record Customer(long key, Buyer buyer, double planted, Respondent answer) {}

    static PlantedWallets of(long customers, long seed) {
        DemoPlan plan = new DemoPlan(
                customers, 730, seed, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET, Effects.STANDARD);
        World world = new World(plan);
        List<Customer> buyers = new ArrayList<>();
        for (long customer = 0; customer < customers; customer++) {
            if (!world.life(customer).prospect()) {
                buyers.add(customer(world, customer));
            }
        }
        return new PlantedWallets(buyers);
    }

    List<Respondent> answers() {
        return customers.stream()
                .filter(customer -> customer.answer() != null)
                .map(Customer::answer)
                .toList();
    }

    private static Customer customer(World world, long customer) {
        Life life = world.life(customer);
        Wallet wallet = Wallet.of(world, customer);
        Buyer buyer = buyer(life, world.lastDay());
        Draws draws = world.draws("wallet", customer);
        boolean isAsked = draws.happens(Wallets.ASKED_SHARE);
        Object[] row = isAsked ? Wallets.row(world, "", customer, wallet, draws) : null;
        return new Customer(
                customer, buyer, wallet.yearlyEuro(), isAsked ? answer(customer, buyer, wallet, row) : null);
    }

    private static Buyer buyer(Life life, int lastDay) {
        double total = 0;
        double recent = 0;
        for (int order = 0; order < life.orders(); order++) {
            double euro = life.cents()[order] / 100.0;
            total += euro;
            recent += life.days()[order] > lastDay - YEAR ? euro : 0;
        }
        return new Buyer("all", "all", recent, total, (lastDay - life.firstDay()) / (double) YEAR, life.orders());
    }

    private static Respondent answer(long key, Buyer buyer, Wallet wallet, Object[] row) {
        double brands = wallet.parts().size();
        double share = Double.parseDouble((String) row[row.length - 2]);
        double amount = Double.parseDouble((String) row[row.length - 1]);
        double allocated = (1 - wallet.ownRank() / (brands + 1)) * 2 / brands;
        return new Respondent(key, buyer, share, amount, 1 / brands, allocated, 1);
    }
}
