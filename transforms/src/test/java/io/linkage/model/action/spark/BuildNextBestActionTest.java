package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.TestSession;
import io.linkage.settings.ActionSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimProduct;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctConsent;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.NextBestAction;
import io.linkage.table.score.ScoreProspect;
import io.linkage.table.score.ScoreWinBack;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildNextBestActionTest {
    private static final List<String> COSTS = List.of(
            "keep = 5",
            "win-back = 5",
            "win = 4",
            "deep-sell = 1",
            "cross-sell = 1",
            "up-sell = 1",
            "serve-cheaper = 0",
            "ask-to-recommend = 1");
    private static final List<String> EFFECTS = List.of(
            "keep = 0.5",
            "win-back = 0.5",
            "win = 0.5",
            "deep-sell = 0.1",
            "cross-sell = 0.5",
            "up-sell = 0.5",
            "serve-cheaper = 0.5",
            "ask-to-recommend = 0.5");

    @Test
    void eachCustomerGetsTheActionThatIsWorthMostAndSaysWhatStoodInTheWayOfABetterOne() {
        Dataset<Row> actions = TestInputs.asOf("2024-05-01")
                .with(settings(Optional.empty(), "keep = mail"))
                .with(CustomerValue.TABLE, """
                        customer_key|segment_code|life_cycle_phase_code|churn_probability|clv_amount|net_value_amount|recent_cost_to_serve_amount|last_nps_score|promoter_value_amount
                        1|a|active|0.4|100.00|50.00|10.00||
                        2|a|active|0.4|100.00|50.00|10.00|9|14.00
                        3|a|active|0.4|100.00|50.00|10.00||
                        4|a|active|0.1|20.00|-9.00|30.00||
                        5|a|lost||||0.00||
                        6|b|active|0.4|-100.00|50.00|0.00||
                        7|a|active|0.4|100.00|50.00|10.00|9|14.00
                        """)
                .with(DimCustomer.TABLE, """
                        customer_key|is_current|is_deleted
                        1|false|true
                        1|true|false
                        7|false|false
                        7|true|true
                        """)
                .with(FctConsent.TABLE, """
                        customer_key|purpose_code|is_granted
                        1|mail|true
                        2|mail|false
                        3|mail|true
                        3|profiling|false
                        6|mail|true
                        7|mail|true
                        """)
                .with(FctCampaignContact.TABLE, """
                        customer_key|contact_date|group_code
                        1|2024-04-30|control
                        1|2024-04-29|treated
                        1|2024-04-01|treated
                        3|2024-04-02|treated
                        3|2024-05-01|treated
                        """)
                .build(BuildNextBestAction.BUILD);

        assertThat(TableRows.lines(
                        actions,
                        "customer_key",
                        "action_code",
                        "action_probability",
                        "stake_amount",
                        "expected_value_amount",
                        "act_until_date",
                        "better_action_code",
                        "limit_code"))
                .containsExactly(
                        "1|keep|0.2|100.00|15.00|2024-05-08|null|null",
                        "2|ask-to-recommend|0.5|14.00|6.00|2024-05-16|keep|consent",
                        "3|nothing|null|null|0.00|null|keep|contact-cap",
                        "4|serve-cheaper|0.5|20.00|10.00|2024-05-16|null|null",
                        "5|nothing|null|null|0.00|null|null|null",
                        "6|nothing|null|null|0.00|null|null|null",
                        "7|nothing|null|null|0.00|null|null|null");
    }

    @Test
    void whoLeftIsAskedToReturnAndAProspectWonWhereThatIsWorthItsCostAndTheScoresKnowWhatItIsWorth() {
        Dataset<Row> actions = TestInputs.asOf("2024-05-01")
                .with(settings(Optional.empty(), "win-back = mail", "win = mail"))
                .with(CustomerValue.TABLE, """
                        customer_key|segment_code|life_cycle_phase_code|clv_amount|churn_probability
                        1|a|lost||
                        2|a|lost||
                        3|a|lost||
                        4|a|prospect||
                        5|a|prospect||
                        6|a|prospect||
                        7|a|prospect||
                        8|a|prospect||
                        """)
                .with(ScoreWinBack.TABLE, """
                        customer_key|return_probability|second_lifetime_value_amount|expected_value_amount
                        1|0.2|100.00|20.00
                        2|0.2|40.00|8.00
                        3|0.2||
                        """)
                .with(ScoreProspect.TABLE, """
                        customer_key|conversion_probability|expected_value_amount|acquisition_cost_amount
                        4|0.1|200.00|
                        5|0.1|200.00|40.00
                        6|0.1|200.00|300.00
                        7|0.1|200.00|
                        """)
                .with(FctConsent.TABLE, """
                        customer_key|purpose_code|is_granted
                        1|mail|true
                        2|mail|true
                        3|mail|true
                        4|mail|true
                        5|mail|true
                        6|mail|true
                        8|mail|true
                        """)
                .build(BuildNextBestAction.BUILD);

        assertThat(TableRows.lines(
                        actions,
                        "customer_key",
                        "action_code",
                        "action_probability",
                        "stake_amount",
                        "expected_value_amount",
                        "act_until_date",
                        "better_action_code",
                        "limit_code"))
                .containsExactly(
                        "1|win-back|0.1|100.00|5.00|2024-05-16|null|null",
                        // A tenth of 40 is less than the 5 that asking costs; of customer 3 no value is known.
                        "2|nothing|null|null|0.00|null|null|null",
                        "3|nothing|null|null|0.00|null|null|null",
                        "4|win|0.05|200.00|6.00|2024-05-16|null|null",
                        // One of this channel costs 40: 160 are left to win. One of the next costs more than it brings.
                        "5|win|0.05|160.00|4.00|2024-05-16|null|null",
                        "6|nothing|null|null|0.00|null|null|null",
                        "7|nothing|null|null|0.00|null|win|consent",
                        "8|nothing|null|null|0.00|null|null|null");
    }

    @Test
    void theRestOfTheWalletIsSoughtInFamiliesBoughtAndInTheOneBoughtTogetherWithThem() {
        // 20 buy tea at 5, of whom 15 buy pots at 20 as well; 1 pays 1 for tea. Revenue: tea 96, pots 300.
        String lines =
                lines(1, 15, "tea", 5) + lines(1, 15, "pot", 20) + lines(16, 19, "tea", 5) + lines(20, 20, "tea", 1);
        Dataset<Row> actions = TestInputs.asOf("2024-05-01")
                .with(settings(Optional.empty()))
                .with(DimProduct.TABLE, """
                        product_key|product_source_id|family_code
                        1|tea|tea
                        2|pot|pots
                        3|odd|Unknown
                        """)
                .with(
                        FctOrderLine.TABLE,
                        "customer_key|order_date|product_source_id|quantity|net_revenue_amount\n" + lines
                                + "99|2024-04-01|odd|1|5.00\n98|2023-05-01|tea|1|5.00\n")
                .with(CustomerValue.TABLE, """
                        customer_key|segment_code|life_cycle_phase_code|net_revenue_amount|return_amount|margin_amount|potential_value_amount
                        1|a|active|25.00|0.00|10.00|396.00
                        16|a|active|5.00|0.00|2.00|396.00
                        20|a|active|0.10|-0.90|0.50|
                        98|a|active|5.00|0.00|2.50|396.00
                        """)
                .build(BuildNextBestAction.BUILD);

        assertThat(TableRows.lines(
                        actions,
                        "customer_key",
                        "action_code",
                        "action_subject_code",
                        "expected_value_amount",
                        "alternative_action_code"))
                .containsExactly(
                        // Pots are 300 of 396; three in four buyers of tea buy them, half of that by the offer.
                        "16|cross-sell|pots|111.50|deep-sell",
                        // All of the wallet lies in families bought: 10 % of 396, less 1.
                        "1|deep-sell|null|38.60|null",
                        // 4 more for the piece, at half of what was bought before returns, half of it by the offer,
                        // less 1:
                        // nothing.
                        "20|nothing|null|0.00|null",
                        "98|nothing|null|0.00|null");
    }

    @Test
    void theBudgetGoesWhereItBringsMostAndThePlanSaysHowFarFromTheBestItMayBe() {
        Dataset<Row> actions = many(300).with(settings(Optional.of(500L))).build(BuildNextBestAction.BUILD);

        Row row = actions.select(
                        NextBestAction.BUDGET_AMOUNT.col(),
                        NextBestAction.PLAN_COST_AMOUNT.col(),
                        NextBestAction.PLAN_VALUE_AMOUNT.col(),
                        NextBestAction.NAIVE_VALUE_AMOUNT.col(),
                        NextBestAction.PLAN_GAP_SHARE.col(),
                        NextBestAction.BUDGET_PRICE_RATIO.col())
                .distinct()
                .collectAsList()
                .get(0);
        assertThat(row.getDecimal(0)).isEqualByComparingTo("500");
        assertThat(row.getDecimal(1)).isEqualByComparingTo("500");
        assertThat(row.getDecimal(2)).isGreaterThan(row.getDecimal(3));
        assertThat(row.getDouble(4)).isBetween(0.0, 0.01);
        assertThat(row.getDouble(5)).isGreaterThan(1);
        assertThat(actions.filter("limit_code = 'budget'").count()).isPositive();
        assertThat(actions.agg(org.apache.spark.sql.functions.sum("action_cost_amount"))
                        .first()
                        .getDecimal(0))
                .isEqualByComparingTo("500");
    }

    @Test
    void partsOfTheRowsAndWhereStepsAreCountedDecideNothing() {
        TestInputs inputs = many(400).with(settings(Optional.of(700L)));
        List<String> rows = TableRows.lines(BuildNextBestAction.from(inputs, Planning.FEW));

        assertThat(rows).hasSize(400);
        assertThat(TableRows.lines(BuildNextBestAction.from(inputs, 10))).isEqualTo(rows);
        Dataset<Row> parted = inputs.rows(CustomerValue.TABLE)
                .repartition(7)
                .orderBy(col("clv_amount").desc());
        assertThat(TableRows.lines(BuildNextBestAction.from(inputs.with(CustomerValue.TABLE, parted), 10)))
                .isEqualTo(rows);
    }

    @Test
    void aBudgetOfNothingLeavesWhatCostsNothingAndACapacityItsPlaces() {
        TestInputs inputs = many(60);

        assertThat(inputs.with(settings(Optional.of(0L)))
                        .build(BuildNextBestAction.BUILD)
                        .filter("action_cost_amount > 0")
                        .count())
                .isZero();
        Dataset<Row> capped = inputs.with(new ActionSettings(
                        Optional.empty(),
                        0,
                        28,
                        30,
                        2,
                        ActionSettings.GRANTED,
                        List.of(),
                        COSTS,
                        EFFECTS,
                        List.of("keep = 7"),
                        20))
                .build(BuildNextBestAction.BUILD);
        assertThat(capped.filter("action_code = 'keep'").count()).isEqualTo(7);
        assertThat(capped.filter("limit_code = 'capacity'").count()).isPositive();
    }

    @Test
    void withoutAnyScoreOrConsentEveryCustomerHasARowThatSaysNothing() {
        TestInputs inputs = TestInputs.asOf("2024-05-01")
                .with(settings(Optional.of(100L), "keep = mail"))
                .with(
                        CustomerValue.TABLE,
                        "customer_key|segment_code|life_cycle_phase_code|clv_amount|churn_probability\n1|a|prospect||\n2|a|active|80.00|0.5");

        assertThat(TableRows.lines(
                        inputs.build(BuildNextBestAction.BUILD),
                        "customer_key",
                        "action_code",
                        "limit_code",
                        "plan_cost_amount"))
                .containsExactly("1|nothing|null|0.00", "2|nothing|consent|0.00");
    }

    /** Customers without a purpose to consent to, whose values and chances spread. */
    private static TestInputs many(int customers) {
        Dataset<Row> made = TestSession.spark()
                .range(1, customers + 1L)
                .selectExpr(
                        "id as customer_key",
                        "'a' as segment_code",
                        "'active' as life_cycle_phase_code",
                        "(id * 7919 % 997) / 1000d as churn_probability",
                        "cast((id * 104729 % 9999) / 100d as decimal(18,2)) as clv_amount",
                        "cast(if(id % 3 = 0, 9, 5) as double) as last_nps_score",
                        "cast((id * 31 % 2999) / 100d as decimal(18,2)) as promoter_value_amount");
        for (String name : CustomerValue.TABLE.names()) {
            if (!List.of(made.columns()).contains(name)) {
                made = made.withColumn(
                        name, CustomerValue.TABLE.field(name).orElseThrow().unknown());
            }
        }
        return TestInputs.asOf("2024-05-01")
                .with(
                        CustomerValue.TABLE,
                        CustomerValue.TABLE.shape(made.withColumn("recent_cost_to_serve_amount", lit(0))));
    }

    private static String lines(int from, int to, String product, int price) {
        StringBuilder lines = new StringBuilder();
        for (int customer = from; customer <= to; customer++) {
            lines.append(customer + "|2024-04-01|" + product + "|1|" + price + ".00\n");
        }
        return lines.toString();
    }

    private static ActionSettings settings(Optional<Long> budget, String... purposes) {
        return new ActionSettings(
                budget, 0, 30, 30, 2, ActionSettings.GRANTED, List.of(purposes), COSTS, EFFECTS, List.of(), 10);
    }
}
