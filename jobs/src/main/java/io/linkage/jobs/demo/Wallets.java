package io.linkage.jobs.demo;

import java.util.Locale;

/** What a sample of buyers says to spend in the category, with how many brands; all columns as text. */
final class Wallets {
    static final DemoTable TABLE = new DemoTable(
            "wallet_answer",
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
    static final double FAULTY_SHARE = 0.01;
    private static final int MOST_BRANDS = 5;
    private static final double NOISE = 0.05;

    private Wallets() {}

    /** The true share of the category that goes to us: higher where fewer brands are used. */
    static double share(World world, long customer) {
        int brands = brands(world, customer);
        return brands == 1 ? 1 : world.draws("wallet-share", customer).beta(4, 4.0 * (brands - 1) / 1.5);
    }

    static int brands(World world, long customer) {
        return 1 + world.draws("wallet-brands", customer).below(MOST_BRANDS);
    }

    private static void make(World world, long customer, Sink sink) {
        Life life = Life.of(world.plan(), customer);
        Draws draws = world.draws("wallet", customer);
        if (life.orders() == 0 || !draws.happens(ASKED_SHARE)) {
            return;
        }
        double share = share(world, customer);
        int brands = brands(world, customer);
        int rank = 1 + (int) Math.min(brands - 1.0, Math.floor((1 - share) * brands));
        double stated = Math.max(0.01, Math.min(1, share + NOISE * draws.normal()));
        double years = Math.max(0.5, (world.plan().days() - life.firstDay()) / 365.0);
        double spend = life.orders() * life.orderMean() / years / share;
        boolean faulty = draws.happens(FAULTY_SHARE);
        sink.row(
                "wallet-" + world.plan().end().getYear(),
                "W" + Customers.number(customer),
                "household",
                Long.toString(Customers.number(customer)),
                world.plan().day(world.plan().days() - 1 - draws.below(20)) + " 10:00:00",
                Integer.toString(brands),
                Integer.toString(faulty ? brands + 1 : rank),
                String.format(Locale.ROOT, "%.3f", brands == 1 ? 1.0 : stated),
                String.format(Locale.ROOT, "%.2f", spend));
        if (faulty) {
            sink.dirty("rank beyond the brands");
        }
    }
}
