package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.campaign.BuildConsent;
import io.linkage.core.commerce.BuildOrderLine;
import io.linkage.core.commerce.BuildSubscription;
import io.linkage.core.contact.BuildInteraction;
import io.linkage.core.employee.BuildEmployee;
import io.linkage.core.experience.BuildNoAnswer;
import io.linkage.core.experience.BuildSurveyAnswer;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.staging.Consent;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.Interaction;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Subscription;
import io.linkage.table.staging.SurveyAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the star makes of rows that contradict each other, or miss what another feed should have. */
class BadInputBuildsTest {
    private static final String CUSTOMERS = """
            customer_source_id|customer_key|customer_sk|valid_from|valid_to
            both|1|1|1900-01-01|9999-12-31
            later|2|2|1900-01-01|9999-12-31
            refused|3|3|1900-01-01|9999-12-31
            """;
    private static final String SPELLS = """
            employee_source_id|started_date|ended_date|loaded_date|unit_source_id|is_deleted
            e|2024-01-01|2024-04-01|2024-05-01|north|false
            e|2024-03-01|2024-05-01|2024-05-01|south|false
            """;

    @Test
    void anEmployeeInTwoUnitsIsInTheOneThatBeganLast() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-01")
                                .with(Employee.TABLE, SPELLS)
                                .build(BuildEmployee.BUILD),
                        "valid_from",
                        "valid_to"))
                .containsExactly("2024-01-01|2024-03-01", "2024-03-01|2024-05-01");
    }

    @Test
    void aContactOfAnEmployeeWithoutUnitIsNotAContactWithoutEmployee() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-01")
                                .with(Employee.TABLE, SPELLS)
                                .with(Interaction.TABLE, """
                                        interaction_id|employee_source_id|contacted_at
                                        after|e|2024-05-01 10:00:00
                                        nobody||2024-04-01 10:00:00
                                        stranger|x|2024-04-01 10:00:00
                                        """)
                                .build(BuildInteraction.BUILD),
                        "interaction_id",
                        "unit_key"))
                .containsExactly("after|-1", "nobody|0", "stranger|-1");
    }

    @Test
    void onAReversedScaleTheLowestAnswerIsTheBest() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-01")
                                .with(SurveyAnswer.TABLE, """
                                        respondent_id|answered_at|instrument_code|least_score|most_score|is_reversed|answer_score
                                        a|2024-05-01 10:00:00|ces|1|5|true|1
                                        b|2024-05-01 10:00:00|ces|1|5|true|4
                                        c|2024-05-01 10:00:00|ces|1|5|false|4
                                        d|2024-05-01 10:00:00|nps|0|10|true|1
                                        """)
                                .build(BuildSurveyAnswer.BUILD),
                        "respondent_id",
                        "answer_score",
                        "scale_share",
                        "promoter_count"))
                .containsExactly("a|1.0|1.0|0", "b|4.0|0.25|0", "c|4.0|0.75|0", "d|1.0|0.9|1");
    }

    @Test
    void aQuestionWithoutAnswerIsCountedApartAndInNoFigure() {
        TestInputs night = TestInputs.asOf("2024-06-01").with(SurveyAnswer.TABLE, """
                        respondent_id|answered_at|instrument_code|least_score|most_score|is_reversed|answer_score|no_answer_reason_code
                        a|2024-05-01 10:00:00|csat|1|10|false|9|
                        b|2024-05-01 10:00:00|csat|1|10|false||does-not-know
                        c|2024-05-01 10:00:00|csat|1|10|false||
                        d|2024-06-02 10:00:00|csat|1|10|false||
                        """);

        assertThat(TableRows.lines(night.build(BuildSurveyAnswer.BUILD), "respondent_id", "answer_score"))
                .containsExactly("a|9.0");
        assertThat(TableRows.lines(night.build(BuildNoAnswer.BUILD), "respondent_id", "reason_code", "answer_date"))
                .containsExactly("b|does-not-know|2024-05-01", "c|left-open|2024-05-01");
    }

    /** A wave of January that stands for a year, one of March; none in the year after. */
    @Test
    void whereAWaveIsSkippedTheLastOneDoesNotGoOnForEver() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2026-01-31")
                                .with(FctInteraction.TABLE, """
                                        customer_key|unit_key|contact_date|is_solved
                                        1|7|2024-02-10|true
                                        1|7|2024-12-10|true
                                        1|7|2025-01-10|true
                                        1|7|2025-04-10|true
                                        """)
                                .with(FctEngagement.TABLE, """
                                        unit_key|wave_date|construct_code|scale_share|stands_until_date
                                        7|2024-01-15|engagement|0.6|2025-01-15
                                        7|2025-03-15|engagement|0.8|2026-03-15
                                        """)
                                .build(BuildCustomerEmployee.BUILD),
                        "month_date",
                        "engagement_share",
                        "engagement_1_month_before_share",
                        "engagement_3_months_before_share"))
                .containsExactly(
                        "2024-02-01|0.6|0.6|null",
                        "2024-12-01|0.6|0.6|0.6",
                        "2025-01-01|null|0.6|0.6",
                        "2025-04-01|0.8|0.8|null");
    }

    /** Of customer 2 no cost is known: a margin share of .4 is taken. */
    @Test
    void moneyOfThoseWithoutANameGoesToNoUnit() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-30")
                                .with(new ClvSettings(
                                        "auto", Optional.empty(), 12, 0, .4, 91, ClvSettings.NONE, ClvSettings.NONE))
                                .with(FctInteraction.TABLE, """
                                        customer_key|unit_key|contact_date|is_solved
                                        0|7|2024-05-02|true
                                        0|8|2024-05-02|true
                                        1|7|2024-05-02|true
                                        """)
                                .with(FctOrderLine.TABLE, """
                                        customer_key|order_date|net_revenue_amount|cost_amount
                                        0|2024-05-03|100.00|60.00
                                        1|2024-05-03|10.00|6.00
                                        2|2024-05-03|30.00|
                                        2|2024-05-03|-10.00|
                                        """)
                                .build(BuildCustomerEmployee.BUILD),
                        "customer_key",
                        "unit_key",
                        "contact_count",
                        "exposure_weight",
                        "net_revenue_amount",
                        "margin_amount"))
                .containsExactlyInAnyOrder(
                        "0|-2|0|1.0|100.00|40.00",
                        "0|7|1|0.0|0.00|0.00",
                        "0|8|1|0.0|0.00|0.00",
                        "1|7|1|1.0|10.00|4.00",
                        "2|-2|0|1.0|20.00|8.00");
    }

    @Test
    void whereNobodyServedInTheMonthOfAnAnswerItsUnitHasNoExposure() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-30")
                                .with(FctSurveyAnswer.TABLE, """
                                        customer_key|unit_key|answer_date|instrument_code|promoter_count
                                        1|7|2024-05-10|nps|1
                                        2|7|2024-05-10|nps|1
                                        """)
                                .with(FctInteraction.TABLE, """
                                        customer_key|unit_key|contact_date|is_solved
                                        2|8|2024-05-02|true
                                        """)
                                .build(BuildCustomerEmployee.BUILD),
                        "customer_key",
                        "unit_key",
                        "contact_count",
                        "exposure_weight"))
                .containsExactlyInAnyOrder("1|-2|0|1.0", "1|7|0|0.0", "2|7|0|0.0", "2|8|1|1.0");
    }

    @Test
    void aLineWaitsWhileNoRateIsKnownForItsDay() {
        TestInputs night = TestInputs.asOf("2024-06-01").with(OrderLine.TABLE, """
                        order_id|line_number|ordered_at|line_type_code|quantity|unit_price|currency_code
                        early|1|2024-04-30 10:00:00|sale|1|2|USD
                        known|1|2024-05-01 10:00:00|sale|1|2|USD
                        never|1|2024-05-01 10:00:00|sale|1|2|CHF
                        own|1|2024-05-01 10:00:00|sale|1|2|EUR
                        unsaid|1|2024-05-01 10:00:00|sale|1|2|
                        """);

        assertThat(TableRows.lines(
                        night.with(FxRate.TABLE, "currency_code|rate_date|fx_rate\nUSD|2024-05-01|0.5")
                                .build(BuildOrderLine.BUILD),
                        "order_id",
                        "net_amount"))
                .containsExactly("known|1.00", "own|2.00", "unsaid|2.00");
        assertThat(TableRows.lines(
                        night.with(
                                        FxRate.TABLE,
                                        "currency_code|rate_date|fx_rate\nUSD|2024-04-01|0.5\nCHF|2024-04-01|1")
                                .build(BuildOrderLine.BUILD),
                        "order_id",
                        "net_amount"))
                .containsExactly("early|1.00", "known|1.00", "never|2.00", "own|2.00", "unsaid|2.00");
    }

    /** No rate of CHF is known: what is priced in it has no row, and what was priced before goes on. */
    @Test
    void aSpellThatWaitsForARateIsNoEndOfItsContract() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-06-01")
                                .with(Subscription.TABLE, """
                                        subscription_id|started_date|ended_date|end_reason_code|monthly_price|currency_code
                                        ended|2024-01-01|2024-03-01||9|EUR
                                        ended|2024-03-01|2024-04-01|moved|9|CHF
                                        goes on|2024-01-01|2024-03-01||9|EUR
                                        goes on|2024-03-01|||9|CHF
                                        in between|2024-01-01|2024-02-01||9|EUR
                                        in between|2024-02-01|2024-03-01||9|CHF
                                        in between|2024-03-01|||9|EUR
                                        paused|2024-01-01|2024-02-01|moved|9|EUR
                                        paused|2024-03-01|||9|CHF
                                        was the first|2024-01-01|2024-03-01||9|CHF
                                        was the first|2024-03-01|||9|EUR
                                        waits|2024-01-01|||9|CHF
                                        """)
                                .build(BuildSubscription.BUILD),
                        "subscription_id",
                        "started_date",
                        "contract_started_date",
                        "ended_date",
                        "end_reason_code",
                        "is_last"))
                .containsExactlyInAnyOrder(
                        "ended|2024-01-01|2024-01-01|2024-04-01|moved|true",
                        "goes on|2024-01-01|2024-01-01|null|null|true",
                        "in between|2024-01-01|2024-01-01|2024-03-01|null|false",
                        "in between|2024-03-01|2024-01-01|null|null|true",
                        "paused|2024-01-01|2024-01-01|2024-02-01|moved|true",
                        "was the first|2024-03-01|2024-01-01|null|null|true");
    }

    @Test
    void aGrantAndARefusalOfOneMomentAreARefusalThatShowsItWasContradicted() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(CustomerIdentity.TABLE, CUSTOMERS)
                                .with(DimCustomer.TABLE, CUSTOMERS)
                                .with(Consent.TABLE, """
                                        customer_source_id|purpose_code|decided_at|decision_code
                                        both|mail|2024-01-01 10:00:00|granted
                                        both|mail|2024-01-01 10:00:00|revoked
                                        later|mail|2024-01-01 10:00:00|granted
                                        later|mail|2024-01-01 10:00:00|revoked
                                        later|mail|2024-01-02 10:00:00|granted
                                        refused|mail|2024-01-01 10:00:00|denied
                                        refused|mail|2024-01-01 10:00:00|revoked
                                        """)
                                .build(BuildConsent.BUILD),
                        "customer_source_id",
                        "is_granted",
                        "is_contradicted"))
                .containsExactly("both|false|true", "later|true|false", "refused|false|false");
    }
}
