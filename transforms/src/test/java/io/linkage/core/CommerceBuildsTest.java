package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.commerce.BuildOrderLine;
import io.linkage.core.commerce.BuildProduct;
import io.linkage.core.commerce.BuildSubscription;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import io.linkage.table.staging.Subscription;
import org.junit.jupiter.api.Test;

/** Products and contracts. */
class CommerceBuildsTest {

    @Test
    void aSpellEndsWhereTheNextBeginsAndAnEndToComeIsNotKnown() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(Subscription.TABLE, """
                                        subscription_id|started_date|customer_source_id|ended_date|end_reason_code|monthly_price|currency_code
                                        s|2024-01-01|c|2024-04-01||10|EUR
                                        s|2024-03-01|c|2024-06-01|moved|12|USD
                                        t|2024-05-02|c|||9|EUR
                                        """)
                                .with(FxRate.TABLE, "currency_code|rate_date|fx_rate\nUSD|2024-02-01|0.5")
                                .build(BuildSubscription.BUILD),
                        "started_date",
                        "ended_date",
                        "end_reason_code",
                        "is_last",
                        "monthly_amount",
                        "customer_key"))
                .containsExactlyInAnyOrder(
                        "2024-01-01|2024-03-01|null|false|10.00|-1", "2024-03-01|null|null|true|6.00|-1");
    }

    /** Each has a rate on the first of January, March and May; the last came after the business date. */
    @Test
    void aContractThatRunsIsWorthTodaysRateAndOneThatEndedThatOfItsLastDay() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-04-30")
                                .with(Subscription.TABLE, """
                                        subscription_id|started_date|customer_source_id|ended_date|end_reason_code|monthly_price|currency_code
                                        r|2024-01-01|c|||1000|TRY
                                        s|2024-01-01|c|2024-03-01||1000|TRY
                                        t|2024-01-01|c|2024-03-02||1000|TRY
                                        u|2024-01-01|c|||1000|
                                        """)
                                .with(FxRate.TABLE, """
                                        currency_code|rate_date|fx_rate
                                        TRY|2024-01-01|0.11
                                        TRY|2024-03-01|0.027
                                        TRY|2024-05-01|0.02
                                        """)
                                .build(BuildSubscription.BUILD),
                        "subscription_id",
                        "monthly_amount",
                        "current_monthly_amount"))
                .containsExactly("r|110.00|27.00", "s|110.00|110.00", "t|110.00|27.00", "u|1000.00|1000.00");
    }

    /** The price changed on 1 February, which the source tells as an end on 31 January; and nothing ran in March. */
    @Test
    void aContractThatPausesHasEndedAndTheSpellAfterThePauseBeginsAnother() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(Subscription.TABLE, """
                                        subscription_id|started_date|customer_source_id|ended_date|end_reason_code|monthly_price
                                        s|2024-01-01|c|2024-01-31||10
                                        s|2024-02-01|c|2024-03-01|moved|12
                                        s|2024-04-01|c|||12
                                        """)
                                .build(BuildSubscription.BUILD),
                        "started_date",
                        "contract_started_date",
                        "ended_date",
                        "end_reason_code",
                        "is_last"))
                .containsExactlyInAnyOrder(
                        "2024-01-01|2024-01-01|2024-02-01|null|false",
                        "2024-02-01|2024-01-01|2024-03-01|moved|true",
                        "2024-04-01|2024-04-01|null|null|true");
    }

    /** Ten less two paid; the two are not paid back. A line that is a discount alone stays one. */
    @Test
    void aDiscountMakesASaleAndItsReturnSmallerAlike() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01").with(OrderLine.TABLE, """
                                        order_id|line_number|ordered_at|line_type_code|quantity|unit_price|discount_original
                                        a|1|2024-04-01 10:00:00|sale|1|10.00|2.00
                                        b|1|2024-04-02 10:00:00|return|-1|10.00|2.00
                                        c|1|2024-04-03 10:00:00|sale|0|10.00|2.00
                                        """).build(BuildOrderLine.BUILD),
                        "order_id",
                        "net_original"))
                .containsExactly("a|8.00", "b|-8.00", "c|-2.00");
    }

    /** The pen's cost rose on 1 March and the list dropped it on 1 April; that of ink was listed only then; the cap came back dearer. */
    @Test
    void whatWasSoldCostsWhatTheListSaidOnItsDay() {
        TestInputs listed =
                TestInputs.asOf("2024-05-01").with(Product.TABLE, """
                        product_source_id|loaded_date|product_name|unit_cost|changed_at|is_deleted
                        pen|2024-02-01|Pen|1.00||false
                        pen|2024-03-05|Pen, blue|1.50|2024-03-01 10:00:00|false
                        pen|2024-04-01|Pen, blue|1.50||true
                        ink|2024-02-01|Ink|||false
                        ink|2024-04-01|Ink|4.00||false
                        cap|2024-02-01|Cap|1.00|2024-01-01 10:00:00|false
                        cap|2024-03-01|Cap|1.00||true
                        cap|2024-04-01|Cap|2.00|2024-01-01 10:00:00|false
                        """).with(OrderLine.TABLE, """
                        order_id|product_source_id|ordered_at|line_type_code|quantity|unit_price
                        a|pen|2024-01-10 10:00:00|sale|2|5.00
                        b|pen|2024-02-29 10:00:00|sale|2|5.00
                        c|pen|2024-03-01 10:00:00|sale|2|5.00
                        d|pen|2024-04-20 10:00:00|sale|2|5.00
                        e|ink|2024-03-20 10:00:00|sale|1|9.00
                        f|cap|2024-03-31 10:00:00|sale|1|9.00
                        g|cap|2024-04-01 10:00:00|sale|1|9.00
                        """);

        assertThat(TableRows.lines(listed.build(BuildOrderLine.BUILD), "order_id", "cost_amount"))
                .containsExactly("a|2.00", "b|2.00", "c|3.00", "d|3.00", "e|4.00", "f|1.00", "g|2.00");
        assertThat(TableRows.lines(
                        listed.build(BuildProduct.BUILD).where("product_key > 0"),
                        "product_source_id",
                        "product_name",
                        "unit_cost",
                        "is_inferred"))
                .containsExactlyInAnyOrder(
                        "pen|Pen, blue|1.500000|false", "ink|Ink|4.000000|false", "cap|Cap|2.000000|false");
    }

    @Test
    void aProductThatOnlyOrdersNameIsInferred() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(Product.TABLE, "product_source_id|product_name|category_path\np|Pen|Office/Pens")
                                .with(OrderLine.TABLE, "order_id|product_source_id\no|p\no|q\no|")
                                .build(BuildProduct.BUILD)
                                .where("product_key > 0"),
                        "product_source_id",
                        "product_name",
                        "category_path",
                        "is_inferred"))
                .containsExactlyInAnyOrder("p|Pen|Office/Pens|false", "q|q|Unknown|true");
    }
}
