package io.linkage.jobs.demo;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.core.calendar.BuildDate;
import io.linkage.core.commerce.BuildOrderLine;
import io.linkage.core.commerce.BuildSubscription;
import io.linkage.core.cost.BuildCostToServe;
import io.linkage.core.customer.BuildCustomer;
import io.linkage.core.identity.BuildCustomerIdentity;
import io.linkage.core.identity.BuildKeyMap;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.cli.Nights;
import io.linkage.jobs.feed.Feeds;
import io.linkage.jobs.lake.Lake;
import io.linkage.jobs.lake.Stamp;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Source;
import io.linkage.jobs.step.BuildTask;
import io.linkage.jobs.step.Night;
import io.linkage.jobs.step.Pseudonym;
import io.linkage.mart.BuildCustomerEquity;
import io.linkage.mart.BuildCustomerValue;
import io.linkage.model.BuildModel;
import io.linkage.model.clv.spark.BuildScoreClv;
import io.linkage.model.feature.BuildFeatureCustomer;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.SegmentSettings;
import io.linkage.staging.Landing;
import io.linkage.staging.Received;
import io.linkage.staging.Stage;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.staging.ActivityCost;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import io.linkage.table.staging.Subscription;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Ten nights of a generated company, with the real steps of the tables from keys to equity and without the others: customers
 * return goods, get lost and come back, on one night some change segment and records merge or part, and from one night on
 * another model and horizon are set.
 */
class EquityBridgeIT {
    private static final int NIGHTS = 10;
    /** Records change on this night, and the model on the next but one. */
    private static final int CHANGED = 3;

    private static final int REMODELLED = 5;
    private static final int COPIED = 7;

    private static final List<Table> STAGED =
            List.of(OrderLine.TABLE, Product.TABLE, FxRate.TABLE, Subscription.TABLE, ActivityCost.TABLE);
    private static final List<Build> IDENTITY = List.of(BuildKeyMap.BUILD, BuildCustomerIdentity.BUILD);
    private static final List<Build> DIMENSIONS =
            List.of(BuildDate.BUILD, BuildCustomer.BUILD, BuildSubscription.BUILD);
    private static final List<Build> EVERY_NIGHT = List.of(
            BuildOrderLine.BUILD,
            BuildCostToServe.BUILD,
            BuildFeatureCustomer.BUILD,
            BuildModel.BUILD,
            BuildScoreClv.BUILD,
            BuildCustomerValue.BUILD,
            BuildCustomerEquity.BUILD);

    @TempDir
    static Path folder;

    private static Company company;
    private static DemoPlan plan;
    private static Lake lake;
    private static Lake copy;

    @BeforeAll
    static void runTenNights() throws IOException {
        plan = new DemoPlan(
                400, 730, 1, DemoPlan.STANDARD_END, folder.resolve("demo").toString(), DemoPlan.Form.PARQUET);
        DemoCompany.generate(TestSpark.session(), plan);
        company = ParquetForm.company(plan);
        lake = lake("warehouse");
        STAGED.forEach(contract -> stage(contract, 0));
        for (int night = 0; night < NIGHTS; night++) {
            if (night == 0 || night == CHANGED) {
                stage(Customer.TABLE, night);
            }
            run(lake, night);
            if (night == COPIED) {
                FileSystemUtils.copyRecursively(folder.resolve("warehouse"), folder.resolve("copy"));
                copy = lake("copy");
            }
        }
    }

    @Test
    void openingAndMovementsAreTheClosingToTheCentEveryNight() {
        for (int night = 0; night < NIGHTS; night++) {
            List<Row> rows = equity(lake, night);
            for (Field amount : List.of(
                    CustomerEquity.CLV_AMOUNT, CustomerEquity.NET_REVENUE_AMOUNT, CustomerEquity.MARGIN_AMOUNT)) {
                assertThat(bySegment(rows, amount, row -> !is(row, CustomerEquity.CLOSING)))
                        .as("%s of %s", amount.name(), date(night))
                        .isEqualTo(closing(rows, amount));
                if (night > 0) {
                    assertThat(bySegment(rows, amount, row -> is(row, CustomerEquity.OPENING)))
                            .as("opening %s of %s", amount.name(), date(night))
                            .isEqualTo(closing(equity(lake, night - 1), amount));
                }
            }
            assertThat(total(closing(rows, CustomerEquity.CLV_AMOUNT)))
                    .isEqualByComparingTo(total(CustomerValue.TABLE, CustomerValue.CLV_AMOUNT, night));
            assertThat(total(closing(rows, CustomerEquity.NET_REVENUE_AMOUNT)))
                    .isEqualByComparingTo(total(FctOrderLine.TABLE, FctOrderLine.REVENUE_AMOUNT, night));
            assertThat(moved(rows)).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @Test
    void theNightsHoldWhatTheBridgeIsFor() {
        Map<String, Map<Integer, Long>> customers = new TreeMap<>();
        for (int night = 1; night < NIGHTS; night++) {
            for (Row row : equity(lake, night)) {
                customers
                        .computeIfAbsent(row.getAs(CustomerEquity.MOVEMENT_CODE.name()), code -> new TreeMap<>())
                        .merge(night, row.getAs(CustomerEquity.CUSTOMER_COUNT.name()), Long::sum);
            }
        }
        System.out.println("Customers by movement and night: " + customers);

        assertThat(customers)
                .containsKeys(
                        CustomerEquity.ACQUIRED,
                        CustomerEquity.GROWN,
                        CustomerEquity.SHRUNK,
                        CustomerEquity.LOST,
                        CustomerEquity.WON_BACK);
        assertThat(customers.get(CustomerEquity.MOVED_IN)).containsOnlyKeys(CHANGED);
        assertThat(customers.get(CustomerEquity.MERGED)).containsOnlyKeys(CHANGED);
        assertThat(lake.read(FctOrderLine.TABLE, plan.end())
                        .filter(FctOrderLine.LINE_TYPE_CODE
                                .col()
                                .equalTo(OrderLine.RETURN)
                                .and(FctOrderLine.ORDER_DATE.col().gt(Days.day(date(0)))))
                        .count())
                .isPositive();
    }

    /** A model fitted anew on one day more moves little; one over twice the time does, and the histories are the same. */
    @Test
    void anotherModelIsSeenAsChangeOfTheModel() {
        BigDecimal usual = modelChange(REMODELLED - 1);
        BigDecimal changed = modelChange(REMODELLED);
        System.out.printf("Model change %s on the night before, %s with another model%n", usual, changed);

        assertThat(changed.abs()).isGreaterThan(usual.abs().multiply(BigDecimal.TEN));
    }

    @Test
    void costToServeIsTheLedgerEveryNight() {
        for (int night = 0; night < NIGHTS; night++) {
            assertThat(total(FctCostToServe.TABLE, FctCostToServe.COST_AMOUNT, night))
                    .isEqualByComparingTo(sumOf(ledger(night), ActivityCost.COST_AMOUNT));
        }
        Dataset<Row> ended = ledger(NIGHTS - 1)
                .filter(last_day(ActivityCost.MONTH_DATE.col()).equalTo(Days.day(plan.end())));
        List<Row> last = equity(lake, NIGHTS - 1);
        assertThat(total(closing(last, CustomerEquity.ACQUISITION_COST_AMOUNT)))
                .isPositive()
                .isEqualByComparingTo(sumOf(
                        ended.filter(ActivityCost.GOAL_CODE.col().equalTo(ActivityCost.ACQUIRE)),
                        ActivityCost.COST_AMOUNT));
        assertThat(total(closing(last, CustomerEquity.RETENTION_COST_AMOUNT)))
                .isEqualByComparingTo(sumOf(
                        ended.filter(ActivityCost.GOAL_CODE.col().equalTo(ActivityCost.KEEP)),
                        ActivityCost.COST_AMOUNT));
    }

    /** The last night first, then the one before it, then, as stale nights are built again, the last once more. */
    @Test
    void aNightThatComesLateLeavesTheTablesOfTheRightOrder() {
        run(copy, NIGHTS - 1);
        List<Row> leap = equity(copy, NIGHTS - 1);
        assertThat(bySegment(leap, CustomerEquity.CLV_AMOUNT, row -> !is(row, CustomerEquity.CLOSING)))
                .as("a bridge over two nights")
                .isEqualTo(closing(equity(lake, NIGHTS - 1), CustomerEquity.CLV_AMOUNT));

        run(copy, NIGHTS - 2);
        run(copy, NIGHTS - 1);

        for (Build build : EVERY_NIGHT) {
            for (int night = NIGHTS - 2; night < NIGHTS; night++) {
                assertThat(rows(copy, build.writes(), night))
                        .as("%s of %s", build.writes().name(), date(night))
                        .isEqualTo(rows(lake, build.writes(), night));
            }
        }
    }

    private static Lake lake(String name) {
        return new Lake(TestSpark.session(), new Warehouse(folder.resolve(name)), Nights.tables()).ofStep("rows");
    }

    private static void run(Lake to, int night) {
        Map<Class<?>, Object> settings = new HashMap<>(company.settings());
        settings.put(SegmentSettings.class, new SegmentSettings(20, 30, 60, List.of("best: rfm_code like '55%'")));
        ClvSettings given = company.settings(ClvSettings.class);
        settings.put(
                ClvSettings.class,
                new ClvSettings(
                        night < REMODELLED ? "mbg-nbd" : "bg-nbd",
                        given.calibrationEnd(),
                        night < REMODELLED ? 12 : 24,
                        given.yearlyDiscountRate(),
                        given.marginShare(),
                        given.selectionDays(),
                        given.covariates(),
                        given.season()));
        Company tonight = new Company(company.name(), company.folder(), company.sources(), settings);
        Pseudonym pseudonym = new Pseudonym("0123456789abcdef".repeat(2).getBytes(StandardCharsets.UTF_8));
        Night of = new Night(tonight, to, new Stamp("run-" + night, date(night)), pseudonym);
        builds(night).forEach(build -> new BuildTask(build).run(of));
    }

    /** Keys tell of the business date, so those of the night of changes are built once more; customers are as they were. */
    private static List<Build> builds(int night) {
        boolean isChanged = night == 0 || night == CHANGED;
        List<Build> builds = new ArrayList<>(isChanged || night == CHANGED + 1 ? IDENTITY : List.of());
        builds.addAll(isChanged ? DIMENSIONS : List.of());
        builds.addAll(EVERY_NIGHT);
        return builds;
    }

    /** What each source delivered up to a night: all at first, and customers once more on the night that changes some. */
    private static void stage(Table contract, int night) {
        List<Received> received = company.sources().getOrDefault(contract.feed(), List.of()).stream()
                .map(source -> ParquetForm.readable(source, plan))
                .map(source -> received(source, night))
                .toList();
        Dataset<Row> kept = Stage.kept(contract, Stage.judged(contract, received));
        lake.write(
                contract,
                contract.equals(OrderLine.TABLE) ? kept.unionByName(broughtBack(kept)) : kept,
                new Stamp("stage", date(night)));
    }

    /** One in three lines of the month before the last night is brought back ten days later. */
    private static Dataset<Row> broughtBack(Dataset<Row> lines) {
        Column later = OrderLine.ORDERED_AT.col().plus(expr("interval 10 days"));
        return lines.filter(OrderLine.LINE_TYPE_CODE
                        .col()
                        .equalTo(OrderLine.SALE)
                        .and(OrderLine.ORDERED_AT.col().gt(Days.day(plan.end().minusDays(30))))
                        .and(pmod(xxhash64(OrderLine.ORDER_ID.col()), lit(3)).equalTo(0)))
                .withColumn(OrderLine.ORDER_ID.name(), concat(OrderLine.ORDER_ID.col(), lit(" back")))
                .withColumn(OrderLine.LINE_TYPE_CODE.name(), lit(OrderLine.RETURN))
                .withColumn(OrderLine.ORDERED_AT.name(), OrderLine.ORDERED_AT.is(later))
                .withColumn(
                        OrderLine.QUANTITY.name(),
                        OrderLine.QUANTITY.is(OrderLine.QUANTITY.col().multiply(-1)));
    }

    private static Received received(Source source, int night) {
        Dataset<Row> rows = Feeds.read(TestSpark.session(), source, plan.end()).rows();
        Dataset<Row> first = loaded(rows, 0);
        Dataset<Row> all = night == 0 ? first : first.unionByName(changed(loaded(rows, night), source));
        return new Received(
                source.name(), source.load(), all.localCheckpoint(), source.columns(), source.each(), source.formats());
    }

    private static Dataset<Row> loaded(Dataset<Row> rows, int night) {
        return rows.withColumn(Landing.LOADED, lit(java.sql.Date.valueOf(date(night))));
    }

    /** Of a hundred customers five go to another segment, and five have another e-mail address. */
    private static Dataset<Row> changed(Dataset<Row> rows, Source source) {
        Column id = col(source.columns().get(Customer.CUSTOMER_SOURCE_ID.name()));
        String segment = source.columns().get(Customer.SEGMENT_CODE.name());
        String email = source.columns().get(Customer.EMAIL.name());
        Dataset<Row> mailed = rows.withColumn(
                email, when(chosen(id, email), concat(lit("new."), col(email))).otherwise(col(email)));
        return segment == null
                ? mailed
                : mailed.withColumn(
                        segment, when(chosen(id, segment), "key account").otherwise(col(segment)));
    }

    private static Column chosen(Column id, String what) {
        return pmod(xxhash64(id, lit(what)), lit(100)).lt(5);
    }

    private static List<Row> equity(Lake from, int night) {
        return from.read(CustomerEquity.TABLE, date(night))
                .filter(CustomerEquity.AS_OF_DATE.col().equalTo(Days.day(date(night))))
                .collectAsList();
    }

    private static Map<String, BigDecimal> closing(List<Row> rows, Field amount) {
        return bySegment(rows, amount, row -> is(row, CustomerEquity.CLOSING));
    }

    private static Map<String, BigDecimal> bySegment(
            List<Row> rows, Field amount, java.util.function.Predicate<Row> chosen) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.stream()
                .filter(chosen)
                .forEach(row -> sums.merge(
                        row.getAs(CustomerEquity.SEGMENT_CODE.name()),
                        orZero(row.getAs(amount.name())),
                        BigDecimal::add));
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static BigDecimal moved(List<Row> rows) {
        return total(bySegment(
                rows,
                CustomerEquity.CLV_AMOUNT,
                row -> is(row, CustomerEquity.MOVED_IN) || is(row, CustomerEquity.MOVED_OUT)));
    }

    private static BigDecimal modelChange(int night) {
        return total(
                bySegment(equity(lake, night), CustomerEquity.CLV_AMOUNT, row -> is(row, CustomerEquity.MODEL_CHANGE)));
    }

    private static BigDecimal total(Map<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(Table table, Field amount, int night) {
        Dataset<Row> rows = lake.read(table, date(night));
        return sumOf(
                table.slice() == null ? rows : rows.filter(table.slice().col().equalTo(Days.day(date(night)))), amount);
    }

    private static BigDecimal sumOf(Dataset<Row> rows, Field amount) {
        return orZero(rows.agg(coalesce(sum(amount.col()), lit(0))).first().getDecimal(0));
    }

    private static Dataset<Row> ledger(int night) {
        return lake.newest(ActivityCost.TABLE)
                .filter(last_day(ActivityCost.MONTH_DATE.col()).leq(Days.day(date(night))));
    }

    private static List<String> rows(Lake from, Table table, int night) {
        return from.read(table, date(night)).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .collect(Collectors.toList());
    }

    private static boolean is(Row row, String movement) {
        return row.getAs(CustomerEquity.MOVEMENT_CODE.name()).equals(movement);
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static LocalDate date(int night) {
        return plan.end().minusDays(NIGHTS - 1L - night);
    }
}
