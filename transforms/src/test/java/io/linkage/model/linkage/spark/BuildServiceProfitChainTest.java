package io.linkage.model.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.random.Draws;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.mart.ServiceProfitChain;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreClv;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildServiceProfitChainTest {
    private static final String HEADER =
            "customer_key|unit_key|month_date|contact_count|engagement_share|promoter_count|passive_count"
                    + "|detractor_count|margin_amount|has_bought\n";

    @Test
    void aPointOfEngagementIsFollowedByThePlantedPointsOfNpsAMonthLater() {
        Dataset<Row> chain = TestInputs.asOf("2024-02-10")
                .with(FctCustomerEmployee.TABLE, company(12, 24))
                .build(BuildServiceProfitChain.BUILD)
                .filter("lag_months = 1");

        List<Row> links = chain.filter("cause_code = 'engagement' and outcome_code = 'experience'")
                .collectAsList();
        assertThat(links).hasSize(1);
        Row link = links.get(0);
        assertThat(link.<String>getAs(ServiceProfitChain.VERDICT_CODE.name())).isEqualTo("SEEN");
        assertThat(link.<Double>getAs(ServiceProfitChain.LOW_ESTIMATE.name())).isLessThan(2);
        assertThat(link.<Double>getAs(ServiceProfitChain.HIGH_ESTIMATE.name())).isGreaterThan(2);
        // 24 whole months up to January 2024, less the lag of one.
        assertThat(link.<Long>getAs(ServiceProfitChain.UNIT_MONTH_COUNT.name())).isEqualTo(12 * 23);
        assertThat(TableRows.lines(
                        chain.filter("through_code = 'experience'"), "cause_code", "outcome_code", "verdict_code"))
                .containsExactly("engagement|margin|SEEN");
    }

    @Test
    void threeUnitsHaveAReasonAndNoFigure() {
        Dataset<Row> chain = TestInputs.asOf("2024-02-10")
                .with(FctCustomerEmployee.TABLE, company(3, 14))
                .build(BuildServiceProfitChain.BUILD);

        assertThat(chain.count()).isEqualTo(54);
        assertThat(chain.filter("effect_estimate is null and low_estimate is null and total_estimate is null")
                        .count())
                .isEqualTo(54);
        assertThat(TableRows.lines(chain.groupBy("verdict_code").count(), "verdict_code", "count"))
                .containsExactly("TOO_FEW_UNITS|54");
    }

    /** From the first of July each of six units has the people of another: both figures rise, and no unit did better. */
    @Test
    void aUnitThatTookUpAnotherIsNotComparedWithItself() {
        TestInputs night = TestInputs.asOf("2024-02-10").with(FctCustomerEmployee.TABLE, grown(12, 24));
        StringBuilder units =
                new StringBuilder("unit_key|unit_source_id|is_current|merged_into_unit_source_id|merged_date\n");
        for (int unit = 1; unit <= 12; unit++) {
            units.append(String.format("%d|U%02d|true||%n", unit, unit));
        }
        Dataset<Row> plain = link(night.with(DimOrgUnit.TABLE, units.toString()));
        for (int unit = 1; unit <= 6; unit++) {
            units.append(String.format("%d|X%02d|true|U%02d|2023-07-01%n", 20 + unit, unit, unit));
        }
        Dataset<Row> merged = link(night.with(DimOrgUnit.TABLE, units.toString()));

        assertThat(TableRows.lines(plain, "verdict_code", "unit_month_count")).containsExactly("SEEN|276");
        // Of six units one pair of months lies on either side.
        assertThat(TableRows.lines(merged, "verdict_code", "unit_month_count")).containsExactly("NOT_SEEN|270");
        assertThat(merged.first().<Double>getAs(ServiceProfitChain.EFFECT_ESTIMATE.name()))
                .isCloseTo(0, within(.4));
    }

    @Test
    void theMonthInWhichAUnitCameInIsOfNeitherGroup() {
        TestInputs night = TestInputs.asOf("2024-02-10")
                .with(FctCustomerEmployee.TABLE, company(12, 24))
                .with(DimOrgUnit.TABLE, """
                        unit_key|unit_source_id|is_current|merged_into_unit_source_id|merged_date
                        1|U01|true||
                        21|X01|true|U01|2023-07-10
                        """);

        assertThat(TableRows.lines(link(night), "unit_month_count")).containsExactly("274");
    }

    private static Dataset<Row> link(TestInputs night) {
        return night.build(BuildServiceProfitChain.BUILD)
                .filter("lag_months = 1 and cause_code = 'engagement' and outcome_code = 'experience'");
    }

    @Test
    void withoutUnitsThatServeThereAreNoRows() {
        assertThat(TestInputs.asOf("2024-02-10")
                        .build(BuildServiceProfitChain.BUILD)
                        .count())
                .isZero();
    }

    @Test
    void aPointOfEngagementIsToldInEuroOfTheCustomersServedAndWithheldOfAUnitThatIsNotShown() {
        ServedCompany company = new ServedCompany(14, 24);
        Dataset<Row> values = TestInputs.asOf("2024-02-10")
                .with(FctCustomerEmployee.TABLE, company.served())
                .with(DimOrgUnit.TABLE, company.names())
                .with(ScoreClv.TABLE, company.values())
                .with(ScoreChurn.TABLE, company.chances())
                .build(BuildServiceProfitChain.BUILD)
                .filter("outcome_code = 'value' and through_code = 'experience' and lag_months = 3")
                .cache();

        Row all = values.filter("unit_source_id = 'all'").first();
        assertThat(all.<String>getAs(ServiceProfitChain.VERDICT_CODE.name())).isEqualTo("SEEN");
        double effect = all.getAs(ServiceProfitChain.EFFECT_ESTIMATE.name());
        assertThat(company.euro())
                .isBetween(
                        all.<Double>getAs(ServiceProfitChain.LOW_ESTIMATE.name()),
                        all.<Double>getAs(ServiceProfitChain.HIGH_ESTIMATE.name()));
        // The 13 units that are shown serve 20 customers a month.
        assertThat(all.<Long>getAs(ServiceProfitChain.CUSTOMER_WINDOW_COUNT.name()))
                .isEqualTo(13 * 12 * 20);
        assertThat(all.<Double>getAs(ServiceProfitChain.TOTAL_ESTIMATE.name()))
                .isCloseTo(13 * 12 * 20 * effect, within(1e-6));
        assertThat(all.<Double>getAs(ServiceProfitChain.WIDE_LOW_ESTIMATE.name()))
                .isLessThan(all.<Double>getAs(ServiceProfitChain.LOW_ESTIMATE.name()));
        assertThat(TableRows.lines(
                        values.filter("unit_source_id in ('U01', 'U14')"),
                        "unit_source_id",
                        "verdict_code",
                        "mean_clv_estimate"))
                .containsExactlyInAnyOrder("U01|SEEN|200.0", "U14|GROUPS_TOO_SMALL|200.0");
        assertThat(values.filter("unit_source_id = 'U14' and effect_estimate is null and total_estimate is null")
                        .count())
                .isEqualTo(1);
    }

    /** Nothing goes with anything, but for the first six units from July 2023 on: 8 points more engaged, 30 points of NPS more. */
    private static String grown(int units, int months) {
        Draws draws = Draws.of(9, "grown");
        StringBuilder rows = new StringBuilder(HEADER);
        for (int unit = 1; unit <= units; unit++) {
            for (int month = 0; month < months; month++) {
                LocalDate date = LocalDate.of(2024, 1, 1).minusMonths(months - 1L - month);
                boolean grew = unit <= units / 2 && !date.isBefore(LocalDate.of(2023, 7, 1));
                double engaged = 60 + (grew ? 8 : 0) + 4 * draws.normal();
                long promoters = Math.round(50 + (grew ? 15 : 0) + 3 * draws.normal());
                for (int customer = 1; customer <= 6; customer++) {
                    rows.append(String.format(
                            Locale.ROOT,
                            "%d|%d|%s|1|%.6f|%d|0|%d|10.00|true%n",
                            customer,
                            unit,
                            date,
                            engaged / 100,
                            promoters,
                            100 - promoters));
                }
            }
        }
        return rows.toString();
    }

    /**
     * One row of a hundred answers stands for the customers of a unit and month, five more for people who did not answer. NPS moves
     * by 2 points per point of engagement a month before, margin by 3 per point of NPS a month before.
     */
    private static String company(int units, int months) {
        Draws draws = Draws.of(5, "company");
        StringBuilder rows = new StringBuilder(HEADER);
        for (int unit = 1; unit <= units; unit++) {
            double before = 60;
            double experienced = 20;
            for (int month = 0; month < months; month++) {
                LocalDate date = LocalDate.of(2024, 1, 1).minusMonths(months - 1L - month);
                double now = 60 + 4 * draws.normal();
                double nps = 20 + 2 * (before - 60) + 2 * unit - 12 + 3 * draws.normal();
                double margin = 500 + 3 * experienced + 5 * draws.normal();
                long promoters = Math.round(50 + nps / 2);
                rows.append(String.format(
                        Locale.ROOT,
                        "1|%d|%s|1|%.6f|%d|0|%d|%.2f|true%n",
                        unit,
                        date,
                        now / 100,
                        promoters,
                        100 - promoters,
                        6 * margin));
                for (int customer = 2; customer <= 6; customer++) {
                    rows.append(String.format(
                            Locale.ROOT, "%d|%d|%s|1|%.6f|0|0|0|0.00|false%n", customer, unit, date, now / 100));
                }
                before = now;
                experienced = nps;
            }
        }
        return rows.toString();
    }
}
