package io.linkage.mart.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.model.experience.Figure;
import io.linkage.model.experience.NetPromoter;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.EnergyLeak;
import io.linkage.table.mart.Experience;
import io.linkage.table.mart.Steering;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildSteeringTest {
    private static final String UNITS = "unit_key|unit_source_id|is_current\n7|north|true\n8|south|true\n";

    private static List<String> actuals(Dataset<Row> rows) {
        return TableRows.lines(
                rows.filter("actual_estimate is not null"),
                "month_date",
                "unit_source_id",
                "measure_code",
                "actual_estimate",
                "basis_count");
    }

    /** May has not ended on the 20th. */
    @Test
    void moneyIsThatOfTheMonthsThatEnded() {
        Dataset<Row> rows = TestInputs.asOf("2024-05-20")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|net_revenue_amount|cost_amount
                        1|2024-03-05|100.10|60
                        2|2024-03-06|50|20
                        2|2024-03-07|-10|-4
                        0|2024-03-08|5|1
                        1|2024-05-05|99|60
                        """)
                .build(BuildSteering.BUILD)
                .filter("area_code = 'sales'");

        assertThat(actuals(rows))
                .containsExactlyInAnyOrder(
                        "2024-03-01|all|revenue|145.1|null",
                        "2024-03-01|all|margin|68.1|null",
                        "2024-03-01|all|buyers|2.0|null");
    }

    @Test
    void contactsAndEngagementAreThoseOfUnitsAndOfAll() {
        Dataset<Row> rows = TestInputs.asOf("2024-04-30")
                .with(DimOrgUnit.TABLE, UNITS)
                .with(FctCustomerEmployee.TABLE, """
                        unit_key|month_date|net_revenue_amount|contact_count|solved_count|known_outcome_count
                        7|2024-03-01|30|3|2|3
                        7|2024-03-01|10|3|1|1
                        8|2024-03-01|5|2|0|0
                        -2|2024-03-01|8|0|0|0
                        """)
                .with(FctEngagement.TABLE, """
                        unit_key|wave_date|construct_code|scale_share|respondent_count
                        7|2024-03-15|engagement|0.8|10
                        8|2024-03-15|engagement|0.5|20
                        8|2024-03-15|energy|0.1|20
                        """)
                .build(BuildSteering.BUILD);

        assertThat(actuals(rows))
                .containsExactlyInAnyOrder(
                        "2024-03-01|north|revenue|40.0|null",
                        "2024-03-01|south|revenue|5.0|null",
                        "2024-03-01|north|contacts|6.0|null",
                        "2024-03-01|south|contacts|2.0|null",
                        "2024-03-01|all|contacts|8.0|null",
                        "2024-03-01|north|solved|0.75|4",
                        "2024-03-01|all|solved|0.75|4",
                        "2024-03-01|north|engagement|0.8|10",
                        "2024-03-01|south|engagement|0.5|20",
                        "2024-03-01|all|engagement|0.6|30");
        Row solved = rows.filter("measure_code = 'solved' and unit_source_id = 'north'")
                .first();
        assertThat(solved.<Double>getAs("low_estimate")).isCloseTo(.3006, within(5e-5));
    }

    /** North served nobody in April, south nobody in May, when it was still about; what was solved of nothing is no share. */
    @Test
    void aMonthInWhichNothingHappenedCountsNone() {
        Dataset<Row> rows = TestInputs.asOf("2024-07-15")
                .with(DimOrgUnit.TABLE, UNITS)
                .with(FctCustomerEmployee.TABLE, """
                        unit_key|month_date|net_revenue_amount|contact_count|solved_count|known_outcome_count
                        7|2024-03-01|0|3|3|3
                        7|2024-05-01|0|1|1|1
                        7|2024-06-01|0|1|1|1
                        8|2024-04-01|0|2|2|2
                        8|2024-05-01|0|0|0|0
                        """)
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|net_revenue_amount|cost_amount
                        1|2024-03-05|5|1
                        1|2024-05-06|5|1
                        """)
                .build(BuildSteering.BUILD);

        assertThat(actuals(rows.filter("measure_code in ('contacts', 'solved') and unit_source_id != 'all'")))
                .containsExactlyInAnyOrder(
                        "2024-03-01|north|contacts|3.0|null",
                        "2024-04-01|north|contacts|0.0|null",
                        "2024-05-01|north|contacts|1.0|null",
                        "2024-06-01|north|contacts|1.0|null",
                        "2024-04-01|south|contacts|2.0|null",
                        "2024-05-01|south|contacts|0.0|null",
                        "2024-03-01|north|solved|1.0|3",
                        "2024-05-01|north|solved|1.0|1",
                        "2024-06-01|north|solved|1.0|1",
                        "2024-04-01|south|solved|1.0|2");
        assertThat(actuals(rows.filter("measure_code in ('buyers', 'revenue') and unit_source_id = 'all'")))
                .containsExactlyInAnyOrder(
                        "2024-03-01|all|revenue|5.0|null",
                        "2024-05-01|all|revenue|5.0|null",
                        "2024-03-01|all|buyers|1.0|null",
                        "2024-04-01|all|buyers|0.0|null",
                        "2024-05-01|all|buyers|1.0|null");
    }

    /** Ten contacts a month but in January, when the office is closed. */
    @Test
    void aMonthWithoutContactsIsPartOfTheSeason() {
        StringBuilder months = new StringBuilder(
                "unit_key|month_date|net_revenue_amount|contact_count|solved_count|known_outcome_count\n");
        for (int month = 1; month <= 36; month++) {
            if (month % 12 != 1) {
                months.append(String.format("7|%d-%02d-01|0|10|0|0%n", 2021 + (month - 1) / 12, 1 + (month - 1) % 12));
            }
        }

        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-01-15")
                                .with(DimOrgUnit.TABLE, UNITS)
                                .with(FctCustomerEmployee.TABLE, months.toString())
                                .build(BuildSteering.BUILD)
                                .filter("unit_source_id = 'north' and measure_code = 'contacts'"
                                        + " and month_date >= '2023-12-01'"),
                        "month_date",
                        "actual_estimate",
                        "forecast_estimate"))
                .containsExactly("2023-12-01|10.0|10.0", "2024-01-01|null|0.0");
    }

    /** Of 100 and 100 answers 80 and 40 promote, 20 and 40 detract: 60 of 200. North aims at 65, its interval holds it. */
    @Test
    void experienceStandsBesideItsTargetAndFeedbackBesideWhatWasTold() {
        Dataset<Row> rows = TestInputs.asOf("2024-04-30")
                .with(Experience.TABLE, """
                        month_date|level_code|subject_code|metric_code|answer_count|promoter_count|detractor_count|top_count|metric_estimate|low_estimate|high_estimate|target_estimate
                        2024-03-01|organisation|brand|nps|100|80|20|80|60|44|76|
                        2024-03-01|organisation|shop|nps|100|40|40|40|0|-18|18|
                        2024-03-01|unit|north|nps|100|80|20|80|60|44|76|65
                        2024-03-01|unit|south|nps|100|40|40|40|0|-18|18|20
                        """)
                .with(EnergyLeak.TABLE, """
                        month_date|unit_source_id|theme_code|stage_code|reached_count
                        2024-03-01|north|delivery|given|4
                        2024-03-01|north|delivery|told|1
                        2024-03-01|none|delivery|given|6
                        """)
                .build(BuildSteering.BUILD);

        assertThat(TableRows.lines(
                        rows, "unit_source_id", "measure_code", "actual_estimate", "basis_count", "status_code"))
                .containsExactlyInAnyOrder(
                        "all|nps|30.0|200|no-target",
                        "north|nps|60.0|100|near",
                        "south|nps|0.0|100|missed",
                        "all|feedback|10.0|null|no-target",
                        "all|told-back|0.1|10|no-target",
                        "north|feedback|4.0|null|no-target",
                        "north|told-back|0.25|4|no-target");
    }

    /** What was given lately has had less time to be told back: the last month is no worse for that. */
    @Test
    void whatIsStillToBeToldBackIsNotSetBesideOlderMonths() {
        StringBuilder leaks = new StringBuilder("month_date|unit_source_id|theme_code|stage_code|reached_count\n");
        for (int month = 1; month <= 12; month++) {
            String date = String.format("2024-%02d-01", month);
            leaks.append(date + "|north|delivery|given|10\n");
            leaks.append(date + "|north|delivery|told|" + (month < 12 ? 7 + month % 2 : 1) + "\n");
        }

        assertThat(TableRows.lines(
                        TestInputs.asOf("2025-01-05")
                                .with(EnergyLeak.TABLE, leaks.toString())
                                .build(BuildSteering.BUILD)
                                .filter("unit_source_id = 'all' and measure_code = 'told-back'"
                                        + " and month_date >= '2024-12-01'"),
                        "month_date",
                        "actual_estimate",
                        "forecast_estimate",
                        "change_code"))
                .containsExactly("2024-12-01|0.1|null|unknown");
    }

    /** Of the two who bought in the year before last, one bought again. */
    @Test
    void whatAcquiringBringsIsNotSaidWhereTheNightsOfTheMonthAreNotAllKnown() {
        String closings = """
                as_of_date|segment_code|movement_code|buyer_count|clv_amount|acquired_value_amount|acquisition_cost_amount
                2024-04-02|a|closing|2|100|60|
                2024-04-29|a|closing|2|100|40|
                2024-04-30|a|closing|2|100|30|10
                """;

        for (String night : List.of("2024-04-29", "2024-04-30")) {
            assertThat(TestInputs.asOf(night)
                            .with(CustomerEquity.TABLE, closings)
                            .build(BuildSteering.BUILD)
                            .filter("measure_code = 'acquisition-ratio'")
                            .isEmpty())
                    .as("first night of all on the second of April, seen on %s", night)
                    .isTrue();
        }
    }

    /** Eight answers: two promoters, six detractors; the interval is the adjusted one, as of mart_experience. */
    @Test
    void theScoreOfTheCompanyHasTheIntervalOfASmallSampleWithinItsScale() {
        Dataset<Row> rows = TestInputs.asOf("2024-04-30")
                .with(Experience.TABLE, """
                        month_date|level_code|subject_code|metric_code|answer_count|promoter_count|detractor_count|top_count|metric_estimate
                        2024-03-01|organisation|brand|nps|5|1|4||-60
                        2024-03-01|organisation|shop|nps|3|1|2||-33
                        2024-02-01|organisation|brand|nps|5|5|0||100
                        2024-03-01|organisation|brand|csat|5|||4|0.8
                        """)
                .build(BuildSteering.BUILD)
                .filter("unit_source_id = 'all' and actual_estimate is not null and area_code != 'value'");

        Row march = rows.filter("measure_code = 'nps' and month_date = '2024-03-01'")
                .first();
        Figure expected = new NetPromoter(2, 6, 8).figure();
        assertThat(march.<Double>getAs("actual_estimate")).isEqualTo(-50);
        assertThat(march.<Double>getAs("low_estimate")).isEqualTo(100 * expected.low());
        assertThat(march.<Double>getAs("high_estimate")).isEqualTo(100 * expected.high());
        Row february = rows.filter("measure_code = 'nps' and month_date = '2024-02-01'")
                .first();
        assertThat(february.<Double>getAs("low_estimate")).isLessThan(100);
        assertThat(february.<Double>getAs("high_estimate")).isEqualTo(100);
        assertThat(rows.filter("measure_code = 'csat'").first().<Double>getAs("actual_estimate"))
                .isEqualTo(0.8);
    }

    @Test
    void statesStandBesideWhatTheLastNightOfTheMonthBeforeFound() {
        Dataset<Row> rows = TestInputs.asOf("2024-04-30")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|net_revenue_amount|cost_amount
                        1|2022-06-05|10|6
                        2|2022-06-05|10|6
                        2|2023-06-05|10|6
                        3|2023-06-05|10|6
                        """)
                .with(CustomerEquity.TABLE, """
                        as_of_date|segment_code|movement_code|buyer_count|clv_amount|acquired_value_amount|acquisition_cost_amount
                        2024-03-30|a|closing|2|100|900|90
                        2024-04-02|a|closing|2|100|60|
                        2024-04-29|a|closing|2|100|40|
                        2024-04-30|a|closing|2|100|30|10
                        2024-04-30|b|closing|1|50|10|10
                        2024-04-30|b|opening|1|70||
                        """)
                .with(Steering.TABLE, """
                        as_of_date|month_date|unit_source_id|measure_code|actual_estimate|basis_count
                        2024-03-15|2024-03-01|all|equity|90|2
                        2024-03-31|2024-03-01|all|equity|120|3
                        """)
                .build(BuildSteering.BUILD)
                .filter("area_code = 'value' and actual_estimate is not null");

        assertThat(TableRows.lines(rows, "month_date", "measure_code", "actual_estimate", "previous_estimate"))
                .containsExactlyInAnyOrder(
                        "2024-03-01|equity|120.0|null",
                        "2024-04-01|equity|150.0|120.0",
                        "2024-04-01|acquisition-ratio|7.0|null",
                        "2024-04-01|retention|0.5|null");
    }
}
