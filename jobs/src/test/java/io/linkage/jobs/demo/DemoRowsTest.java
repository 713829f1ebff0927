package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DemoRowsTest {
    private static final World WORLD =
            new World(new DemoPlan(400, 400, 7, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET));

    @Test
    void rowsDoNotDependOnHowTheWorkIsParted() {
        SparkSession spark = TestSpark.session();
        Dataset<Long> backwards = spark.range(0, 400, 1, 7)
                .as(Encoders.LONG())
                .repartition(5)
                .orderBy(org.apache.spark.sql.functions.desc("id"));
        Set<String> parted = new HashSet<>();
        Surveys.TABLE.rows(spark, WORLD).collectAsList().forEach(row -> parted.add(row.toString()));

        Set<String> others = new HashSet<>();
        backwards
                .collectAsList()
                .forEach(number -> Surveys.TABLE
                        .maker()
                        .make(
                                new World(WORLD.plan()),
                                number,
                                values -> others.add(
                                        Arrays.asList(values).toString().replace(", ", ","))));

        assertThat(parted).isEqualTo(others);
    }

    @Test
    void anotherSeedGivesOtherRows() {
        DemoPlan plan = WORLD.plan();
        World other = new World(
                new DemoPlan(plan.customers(), plan.days(), 8, plan.end(), plan.folder(), DemoPlan.Form.PARQUET));

        assertThat(Customers.TABLE.few(other)).isNotEqualTo(Customers.TABLE.few(WORLD));
        assertThat(Customers.TABLE.few(new World(plan))).isEqualTo(Customers.TABLE.few(WORLD));
    }

    @Test
    void theStandingSalesOfAnOrderAddUpToItsWorthToTheCent() {
        Map<String, Row> standing = new HashMap<>();
        for (Row line : Purchases.TABLE.few(WORLD)) {
            String key = line.getAs("order_no") + " " + line.getAs("line_no");
            standing.merge(key, line, DemoRowsTest::newer);
        }
        Map<String, BigDecimal> totals = new HashMap<>();
        Map<String, Integer> pieces = new HashMap<>();
        standing.values().stream().filter(DemoRowsTest::isSale).forEach(line -> {
            int count = line.getAs("quantity");
            BigDecimal paid = line.<BigDecimal>getAs("unit_price").multiply(BigDecimal.valueOf(count));
            totals.merge(line.getAs("order_no"), paid.multiply(rate(line)), BigDecimal::add);
            pieces.merge(line.getAs("order_no"), line.getAs("currency").equals("EUR") ? 0 : count, Integer::sum);
        });

        for (long customer = 0; customer < WORLD.plan().customers(); customer++) {
            Life life = Life.of(WORLD, customer);
            for (int order = 0; order < life.orders(); order++) {
                String number = Purchases.orderNumber(customer, order);
                BigDecimal worth = BigDecimal.valueOf(life.cents()[order], 2);
                // A price in another currency is rounded to its cent, piece by piece.
                assertThat(totals.remove(number))
                        .isCloseTo(worth, Offset.offset(BigDecimal.valueOf(pieces.get(number), 2)));
            }
        }
        assertThat(totals).isEmpty();
    }

    private static Row newer(Row one, Row other) {
        boolean first = one.<Instant>getAs("changed_at").isAfter(other.getAs("changed_at"));
        return first ? one : other;
    }

    private static boolean isSale(Row line) {
        String number = line.getAs("order_no");
        return number != null && number.matches("O\\d.*") && "sale".equals(line.getAs("line_type"));
    }

    private static BigDecimal rate(Row line) {
        String currency = line.getAs("currency");
        LocalDate day = line.<Instant>getAs("ordered_at").atZone(ZoneOffset.UTC).toLocalDate();
        int number = (int) ChronoUnit.DAYS.between(WORLD.plan().start(), day);
        return currency.equals("EUR") ? BigDecimal.ONE : FxRates.rate(WORLD, currency, number);
    }

    @Test
    void aReturnTakesBackPartOfALineThatWasSoldBefore() {
        Map<String, Row> sold = new HashMap<>();
        Purchases.TABLE.few(WORLD).stream()
                .filter(DemoRowsTest::isSale)
                .forEach(line ->
                        sold.merge(line.getAs("order_no") + " " + line.getAs("line_no"), line, DemoRowsTest::newer));
        List<Row> returns = Purchases.TABLE.few(WORLD).stream()
                .filter(line -> "return".equals(line.getAs("line_type")) && line.<Integer>getAs("quantity") < 0)
                .toList();

        assertThat(returns).hasSizeGreaterThan(20).allSatisfy(back -> {
            int line = back.<Integer>getAs("line_no") - Bookings.RETURN_LINE;
            Row sale = sold.get(back.getAs("order_no") + " " + line);
            assertThat(-back.<Integer>getAs("quantity")).isBetween(1, sale.<Integer>getAs("quantity"));
            assertThat(back.<BigDecimal>getAs("unit_price")).isEqualByComparingTo(sale.<BigDecimal>getAs("unit_price"));
            assertThat(back.<Instant>getAs("ordered_at")).isAfter(sale.<Instant>getAs("ordered_at"));
        });
    }

    @Test
    void purchaseDaysOfACustomerDifferAndLieInTheWindow() {
        for (long customer = 0; customer < 2_000; customer++) {
            int[] days = Life.of(WORLD, customer).days();

            assertThat(days).isSorted().doesNotHaveDuplicates();
            assertThat(Arrays.stream(days).allMatch(day -> day >= 0 && day < 400))
                    .isTrue();
        }
    }

    @Test
    void theCommonTallyCountsEveryRowAndEveryFault() {
        World world = new World(new DemoPlan(1_100, 400, 7, DemoPlan.STANDARD_END, "unused", DemoPlan.Form.PARQUET));

        Tally tally = Tally.of(TestSpark.session(), world);

        for (DemoTable table : List.of(Customers.TABLE, Surveys.TABLE, Employees.TABLE, Engagement.TABLE)) {
            assertThat(tally.rows())
                    .containsEntry(table.name(), (long) table.few(world).size());
        }
        assertThat(tally.dirty().get("employee"))
                .containsEntry("currency sign", 1L)
                .hasSize(6);
        assertThat(tally.dirty().get("survey_answer")).containsEntry("impossible date", 1L);
        assertThat(Surveys.TABLE.few(world))
                .filteredOn(row -> "2026-02-30 10:00:00".equals(row.getAs("answered_at")))
                .hasSize(1);
    }

    @Test
    void someUnitsAreTooSmallToBeShown() {
        List<Staff.Unit> units = WORLD.staff().units();

        assertThat(units).anyMatch(unit -> unit.size() < 10);
        assertThat(units).allMatch(unit -> unit.size() >= 8 && unit.size() <= 60);
        assertThat(units.stream().map(Staff.Unit::parent).distinct().count()).isGreaterThan(1);
    }
}
