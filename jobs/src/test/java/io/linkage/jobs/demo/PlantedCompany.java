package io.linkage.jobs.demo;

import io.linkage.model.clv.CountedHistory;
import io.linkage.model.clv.CountedSpend;
import io.linkage.model.clv.History;
import io.linkage.model.clv.Horizon;
import java.util.ArrayList;
import java.util.List;

/**
 * A generated company cut in two: what was known a year before its end, and what the customers known then brought in within
 * that year.
 *
 * @param customers with a purchase before the cut
 */
record PlantedCompany(List<Customer> customers) {
    static final Horizon HORIZON = Horizon.ofYearlyRate(12, 0.10);
    private static final int YEAR = 365;

    /** History, mean spend of the repeat days, and what came: discounted as a forecast is. */
    record Customer(History history, double meanSpend, double came) {}

    static PlantedCompany of(long customers, int days, long seed) {
        DemoPlan plan = new DemoPlan(
                customers, days, seed, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET, Effects.NONE);
        World world = new World(plan);
        int cut = days - 1 - YEAR;
        List<Customer> known = new ArrayList<>();
        for (long customer = 0; customer < customers; customer++) {
            Life life = Life.of(world, customer);
            if (!life.prospect() && life.firstDay() <= cut) {
                known.add(customer(life, cut));
            }
        }
        return new PlantedCompany(known);
    }

    List<CountedHistory> histories() {
        return CountedHistory.count(customers.stream().map(Customer::history).toList());
    }

    List<CountedSpend> spends() {
        return customers.stream()
                .filter(customer -> customer.history().frequency() > 0)
                .map(customer -> new CountedSpend(customer.history().frequency(), customer.meanSpend(), 1))
                .toList();
    }

    double came() {
        return customers.stream().mapToDouble(Customer::came).sum();
    }

    private static Customer customer(Life life, int cut) {
        int repeats = 0;
        double spent = 0;
        double came = 0;
        for (int order = 1; order < life.orders(); order++) {
            double euro = life.cents()[order] / 100.0;
            if (life.days()[order] <= cut) {
                repeats++;
                spent += euro;
            } else {
                came += euro * HORIZON.discount(month((life.days()[order] - cut) / 7.0));
            }
        }
        int last = life.days()[repeats] - life.firstDay();
        History history = History.ofDays(repeats, last, cut - life.firstDay());
        return new Customer(history, repeats == 0 ? 0 : spent / repeats, came);
    }

    private static int month(double weeks) {
        return Math.min(HORIZON.months(), (int) (weeks / HORIZON.weeksPerMonth()) + 1);
    }
}
