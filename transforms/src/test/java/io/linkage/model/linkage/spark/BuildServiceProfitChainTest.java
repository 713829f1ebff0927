package io.linkage.model.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.random.Draws;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.mart.ServiceProfitChain;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildServiceProfitChainTest {
    private static final String HEADER =
            "customer_key|unit_key|month_date|engagement_share|promoter_count|passive_count"
                    + "|detractor_count|net_revenue_amount|cost_amount\n";

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

        assertThat(chain.count()).isEqualTo(53);
        assertThat(chain.filter("verdict_code = 'TOO_FEW_UNITS' and effect_estimate is null and low_estimate is null")
                        .count())
                .isEqualTo(53);
    }

    @Test
    void withoutUnitsThatServeThereAreNoRows() {
        assertThat(TestInputs.asOf("2024-02-10")
                        .build(BuildServiceProfitChain.BUILD)
                        .count())
                .isZero();
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
                        "1|%d|%s|%.6f|%d|0|%d|%.2f|0.00%n",
                        unit,
                        date,
                        now / 100,
                        promoters,
                        100 - promoters,
                        6 * margin));
                for (int customer = 2; customer <= 6; customer++) {
                    rows.append(String.format(
                            Locale.ROOT, "%d|%d|%s|%.6f|0|0|0|0.00|0.00%n", customer, unit, date, now / 100));
                }
                before = now;
                experienced = nps;
            }
        }
        return rows.toString();
    }
}
