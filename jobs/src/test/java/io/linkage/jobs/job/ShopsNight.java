package io.linkage.jobs.job;

import io.linkage.jobs.Shops;
import io.linkage.jobs.Shops.Sales;
import io.linkage.jobs.Shops.Shop;
import io.linkage.jobs.Stop;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.step.Night;
import io.linkage.jobs.step.Pseudonym;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A night of the shops in a process of its own, so that tests can kill it. */
final class ShopsNight {
    static final LocalDate DATE = LocalDate.parse("2026-03-02");

    private ShopsNight() {}

    public static void main(String[] arguments) {
        Runner runner = new Runner(
                request -> lake(request.warehouse()),
                (request, lake, stamp) -> new Night(request.company(), lake, stamp, new Pseudonym(new byte[32])),
                new Lines(System.out));
        try {
            Report report = runner.run(request(Path.of(arguments[0])), plan());
            System.exit(report.exit().code());
        } catch (Stop stop) {
            System.out.println(stop.getMessage());
            System.exit(stop.exit().code());
        }
    }

    static Request request(Path warehouse) {
        return new Request(Shops.company(), new Warehouse(warehouse), JobName.NIGHTLY, DATE, false);
    }

    static Plan plan() {
        return Shops.plan(Shops.SHOP_BUILD, Shops.SALES_BUILD);
    }

    static Lake lake(Warehouse warehouse) {
        return new Lake(TestSpark.session(), warehouse, List.of(Shop.TABLE, Sales.TABLE));
    }
}
