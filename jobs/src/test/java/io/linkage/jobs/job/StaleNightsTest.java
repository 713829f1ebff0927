package io.linkage.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Build;
import io.linkage.jobs.Shops;
import io.linkage.jobs.Shops.Sales;
import io.linkage.jobs.Shops.Shop;
import io.linkage.jobs.Stop;
import io.linkage.jobs.Stop.Exit;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.step.Night;
import io.linkage.jobs.step.Pseudonym;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleNightsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Build BROKEN = Build.of(Sales.TABLE).reads(in -> {
        throw Stop.data("The till is missing.");
    });

    @TempDir
    private Path folder;

    @Test
    void nightsInTheirOrderAreSound() {
        run(MONDAY, Shops.SALES_BUILD);
        run(TUESDAY, Shops.SALES_BUILD);

        assertThat(StaleNights.all(new Warehouse(folder))).isEmpty();
    }

    @Test
    void aNightBuiltBeforeAnEarlierOneCameToItsEndIsBuiltAgain() {
        assertThat(run(MONDAY, BROKEN)).isEqualTo(Exit.DATA);
        run(TUESDAY, Shops.SALES_BUILD);
        assertThat(StaleNights.all(new Warehouse(folder))).isEmpty();

        run(MONDAY, Shops.SALES_BUILD);
        assertThat(StaleNights.all(new Warehouse(folder))).containsExactly(TUESDAY);

        run(TUESDAY, Shops.SALES_BUILD);
        assertThat(StaleNights.all(new Warehouse(folder))).isEmpty();
    }

    private Exit run(LocalDate night, Build sales) {
        Warehouse warehouse = new Warehouse(folder);
        Lake lake = new Lake(TestSpark.session(), warehouse, List.of(Shop.TABLE, Sales.TABLE));
        Runner runner = new Runner(
                request -> lake,
                (request, opened, stamp) -> new Night(request.company(), opened, stamp, new Pseudonym(new byte[32])),
                new Lines(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)));
        return runner.run(
                        new Request(Shops.company(), warehouse, JobName.NIGHTLY, night, true),
                        Shops.plan(Shops.SHOP_BUILD, sales))
                .exit();
    }
}
