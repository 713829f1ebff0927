package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.util.List;
import java.util.Locale;

/** What a sample of buyers says to spend in the category, with how many brands; all columns as text. */
final class Wallets {
    static final DemoTable TABLE = new DemoTable(
            "wallet_answer",
            "agency",
            List.of("survey", "respondent", "category"),
            Employees.text(
                    "survey",
                    "respondent",
                    "category",
                    "customer_no",
                    "answered_at",
                    "brands",
                    "own_rank",
                    "share",
                    "spend"),
            world -> world.plan().customers(),
            Wallets::make);

    static final double ASKED_SHARE = 0.1;
    private static final double NOISE = 0.05;
    /** One customer in ten is asked. */
    private static final int FAULTY_EVERY = 4_000;

    private static final List<Fault> FAULTS = List.of(
            Fault.refused("rank beyond the brands", "own_rank", "9", "own_rank: BEYOND_BRANDS"),
            Fault.refused("share above 1", "share", "1.2", "stated_share: RANGE"),
            Fault.refused("number out of range", "brands", "0", "brand_count: RANGE; own_rank: BEYOND_BRANDS"),
            spend("currency sign", "\u20ac 950.00"),
            spend("thousands apart", "1.234,56"),
            spend("thousands apart", "1,234.56"),
            spend("tenths of a cent", "950.005"),
            Fault.refused("negative amount", "spend", "-950.00", "category_spend_amount: RANGE"),
            Fault.contradicted("spend", "1.00"));

    private Wallets() {}

    private static Fault spend(String kind, String text) {
        return Fault.refused(kind, "spend", text, "category_spend_amount: NUMBER_FORMAT");
    }

    private static void make(World world, long customer, Sink sink) {
        Draws draws = world.draws("wallet", customer);
        if (world.life(customer).orders() > 0 && draws.happens(ASKED_SHARE)) {
            sink.row(row(world, "W" + Customers.number(customer), customer, Wallet.of(world, customer), draws));
        }
        FaultyRows.plant(
                world,
                TABLE,
                FAULTY_EVERY,
                FAULTS,
                customer,
                fault -> {
                    Wallet two =
                            new Wallet(900, List.of(new Wallet.Part(Wallet.OWN, 0.6), new Wallet.Part("brand-b", 0.4)));
                    Draws odd = world.draws("wallet-odd", customer, fault);
                    return row(world, "WX" + Customers.number(customer) + "-" + fault, customer, two, odd);
                },
                sink);
    }

    /** The share is stated with noise, the spending as it is. */
    static Object[] row(World world, String respondent, long customer, Wallet wallet, Draws draws) {
        double stated = Math.max(0.01, Math.min(1, wallet.ownShare() + NOISE * draws.normal()));
        boolean only = wallet.parts().size() == 1;
        return new Object[] {
            "wallet-" + world.plan().end().getYear(),
            respondent,
            "household",
            Long.toString(Customers.number(customer)),
            world.plan().day(world.lastDay() - draws.below(20)) + " 10:00:00",
            Integer.toString(wallet.parts().size()),
            Integer.toString(wallet.ownRank()),
            String.format(Locale.ROOT, "%.3f", only ? 1.0 : stated),
            String.format(Locale.ROOT, "%.2f", wallet.yearlyEuro())
        };
    }
}
