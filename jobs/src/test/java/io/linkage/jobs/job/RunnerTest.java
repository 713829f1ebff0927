package io.linkage.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.linkage.contract.Build;
import io.linkage.jobs.Shops;
import io.linkage.jobs.Shops.Sales;
import io.linkage.jobs.Shops.Shop;
import io.linkage.jobs.Stop;
import io.linkage.jobs.Stop.Exit;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.RepositorySettings;
import io.linkage.jobs.step.Night;
import io.linkage.jobs.step.Pseudonym;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

class RunnerTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aNightBuildsItsTablesInTheOrderTheyReadEachOther() {
        Report report = run(false, Shops.SALES_BUILD, Shops.SHOP_BUILD);

        assertThat(report.exit()).isEqualTo(Exit.DONE);
        assertThat(report.steps()).extracting(StepRecord::name).containsExactly("dim_shop", "mart_shop_sales");
        assertThat(report.steps()).extracting(StepRecord::rows).containsExactly(2L, 2L);
        assertThat(report.summary().orElseThrow()).content().contains("\"business_date\" : \"2026-03-02\"");
    }

    @Test
    void aCompleteNightIsNotRunAgainUnlessForced() {
        Report first = run(false, Shops.SHOP_BUILD);
        long version = lake().version(Shop.TABLE).orElseThrow();

        Report again = run(false, Shops.SHOP_BUILD);
        assertThat(again.alreadyComplete()).isTrue();
        assertThat(RunHistory.completed(request(false))).isEqualTo(first.summary());
        assertThat(lake().version(Shop.TABLE)).hasValue(version);

        Report forced = run(true, Shops.SHOP_BUILD);
        assertThat(forced.alreadyComplete()).isFalse();
        assertThat(RunHistory.completed(request(false))).isEqualTo(forced.summary());
        assertThat(lake().version(Shop.TABLE)).hasValue(version + 1);
        assertThat(run(false, Shops.SHOP_BUILD).alreadyComplete()).isTrue();
    }

    @Test
    void aFailedNightGoesOnAtTheStepThatFailed() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Build fragile = new Build(Sales.TABLE, List.of(Shop.TABLE), in -> {
            if (broken.get()) {
                throw Stop.data("The till of shop 2 is missing.");
            }
            return Shops.SALES_BUILD.from().apply(in);
        });

        Report first = run(false, Shops.SHOP_BUILD, fragile);
        long shops = lake().version(Shop.TABLE).orElseThrow();
        broken.set(false);
        Report second = run(false, Shops.SHOP_BUILD, fragile);

        assertThat(first.exit()).isEqualTo(Exit.DATA);
        assertThat(first.failure()).contains("The till of shop 2 is missing.");
        assertThat(second.exit()).isEqualTo(Exit.DONE);
        assertThat(lake().version(Shop.TABLE)).hasValue(shops);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Going on after 1 of 2 steps that are done.");
    }

    @Test
    void afterAFaultNoFurtherStepBegins() {
        Build broken = Build.of(Shop.TABLE).reads(in -> {
            throw Stop.data("The list of shops is missing.");
        });

        Report report = run(false, broken, Shops.SALES_BUILD);

        assertThat(report.steps()).extracting(StepRecord::name).containsExactly("dim_shop");
        assertThat(report.failure()).contains("The list of shops is missing.");
    }

    @Test
    void rowsThatBreakTheirContractStopTheNight() {
        Build twice = Build.of(Shop.TABLE).reads(in -> Shop.TABLE.shape(Shops.shops(1L, 1L)));

        Report report = run(false, twice);

        assertThat(report.exit()).isEqualTo(Exit.DATA);
        assertThat(report.failure().orElseThrow()).contains("dim_shop", "key shop_key must be unique (2 rows)");
    }

    @Test
    void aBuildSeesOnlyTheTablesItDeclares() {
        Build curious = Build.of(Shop.TABLE).reads(in -> in.rows(Sales.TABLE));

        Report report = run(false, curious);

        assertThat(report.exit()).isEqualTo(Exit.FAULT);
        assertThat(report.cause().orElseThrow()).hasMessageContaining("which it does not declare");
    }

    @Test
    void aNightThatIsCompleteWithoutASummaryGetsOne() throws Exception {
        Files.delete(run(false, Shops.SHOP_BUILD).summary().orElseThrow());

        Report told = run(false, Shops.SHOP_BUILD);

        assertThat(told.steps()).extracting(StepRecord::name).containsExactly("dim_shop");
        assertThat(RunHistory.completed(request(false)))
                .isEqualTo(told.summary())
                .isPresent();
        assertThat(lake().version(Shop.TABLE)).hasValue(0);
        assertThat(run(false, Shops.SHOP_BUILD).alreadyComplete()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTED", "UNKNOWN"})
    void aStepWhoseEndTheRepositoryMissedIsDoneAgain(BatchStatus left) {
        run(false, Shops.SHOP_BUILD, Build.of(Sales.TABLE).reads(in -> {
            throw Stop.data("The till is missing.");
        }));
        try (Repository repository =
                Repository.open(new Warehouse(folder), request(false).company().settings(RepositorySettings.class))) {
            JobExecution execution =
                    Attempt.of(repository.batch(), request(false)).last().orElseThrow();
            execution.getStepExecutions().stream()
                    .filter(step -> step.getStatus() == BatchStatus.FAILED)
                    .forEach(step -> {
                        step.setStatus(left);
                        repository.batch().update(step);
                    });
            execution.setStatus(left);
            repository.batch().update(execution);
        }

        Report second = run(false, Shops.SHOP_BUILD, Shops.SALES_BUILD);

        assertThat(second.exit()).isEqualTo(Exit.DONE);
        assertThat(lake().version(Shop.TABLE)).hasValue(0);
        assertThat(lake().newest(Sales.TABLE).count()).isEqualTo(2);
    }

    @Test
    void aSecondRunOfTheSameWarehouseIsTurnedAwayAtOnce() throws Exception {
        try (WarehouseLock held = WarehouseLock.take(new Warehouse(folder), "nightly shops 2026-03-02")) {
            assertThat(held.dead()).isEmpty();
            assertThatThrownBy(() -> run(false, Shops.SHOP_BUILD))
                    .isInstanceOf(Stop.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("'nightly shops 2026-03-02'");
        }
        assertThat(Files.exists(folder.resolve("core"))).isFalse();
    }

    @Test
    void aRunTakesAwayWhatKilledProcessesSpilled() throws Exception {
        Path rows = Files.createDirectories(folder.resolve("tmp/blockmgr-1/0a")).resolve("shuffle_0_0_0.data");
        Files.writeString(rows, "Dora Jansen");

        run(false, Shops.SHOP_BUILD);

        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void theJobRepositoryOutlivesTheProcess() {
        run(false, Shops.SHOP_BUILD);

        assertThat(folder.resolve("batch/linkage.mv.db")).exists();
        assertThat(Runner.pending(request(false), Shops.plan(Shops.SHOP_BUILD))).isEmpty();
    }

    private Report run(boolean force, Build... builds) {
        Runner runner = new Runner(
                request -> lake(),
                (request, lake, stamp) -> new Night(request.company(), lake, stamp, new Pseudonym(new byte[32])),
                new Lines(new PrintStream(said, true, StandardCharsets.UTF_8)));
        return runner.run(request(force), Shops.plan(builds));
    }

    private Request request(boolean force) {
        return new Request(Shops.company(), new Warehouse(folder), JobName.NIGHTLY, MONDAY, force);
    }

    private Lake lake() {
        return new Lake(TestSpark.session(), new Warehouse(folder), List.of(Shop.TABLE, Sales.TABLE));
    }
}
