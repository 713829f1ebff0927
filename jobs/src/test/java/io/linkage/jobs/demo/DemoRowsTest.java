package io.linkage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import java.math.BigDecimal;
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
    void theLinesOfAnOrderAddUpToItsWorthToTheCent() {
        Map<String, BigDecimal> totals = new HashMap<>();
        for (Row line : Purchases.TABLE.few(WORLD)) {
            int pieces = line.getAs("quantity");
            if (pieces > 0) {
                BigDecimal price = line.getAs("unit_price");
                assertThat(price.signum()).isPositive();
                totals.merge(line.getAs("order_no"), price.multiply(BigDecimal.valueOf(pieces)), BigDecimal::add);
            }
        }

        for (long customer = 0; customer < WORLD.plan().customers(); customer++) {
            Life life = Life.of(WORLD.plan(), customer);
            for (int order = 0; order < life.orders(); order++) {
                assertThat(totals.remove(Purchases.orderNumber(customer, order)))
                        .isEqualByComparingTo(BigDecimal.valueOf(life.cents()[order], 2));
            }
        }
        assertThat(totals).isEmpty();
    }

    @Test
    void purchaseDaysOfACustomerDifferAndLieInTheWindow() {
        for (long customer = 0; customer < 2_000; customer++) {
            int[] days = Life.of(WORLD.plan(), customer).days();

            assertThat(days).isSorted().doesNotHaveDuplicates();
            assertThat(Arrays.stream(days).allMatch(day -> day >= 0 && day < 400))
                    .isTrue();
        }
    }

    @Test
    void theCommonTallyCountsEveryRowAndEveryFault() {
        Tally tally = Tally.of(TestSpark.session(), WORLD);

        for (DemoTable table : List.of(Customers.TABLE, Surveys.TABLE, Employees.TABLE, Engagement.TABLE)) {
            assertThat(tally.rows())
                    .containsEntry(table.feed(), (long) table.few(WORLD).size());
        }
        assertThat(tally.dirty().get("employee"))
                .containsOnlyKeys("exact duplicate", "text in a number", "end before start");
        long impossible = Surveys.TABLE.few(WORLD).stream()
                .filter(row -> row.<String>getAs("answered_at").startsWith("2026-02-30"))
                .count();
        assertThat(tally.dirty().get("survey_answer").getOrDefault("impossible date", 0L))
                .isEqualTo(impossible);
    }

    @Test
    void someUnitsAreTooSmallToBeShown() {
        List<Staff.Unit> units = WORLD.staff().units();

        assertThat(units).anyMatch(unit -> unit.size() < 10);
        assertThat(units).allMatch(unit -> unit.size() >= 8 && unit.size() <= 60);
        assertThat(units.stream().map(Staff.Unit::parent).distinct().count()).isGreaterThan(1);
    }
}
