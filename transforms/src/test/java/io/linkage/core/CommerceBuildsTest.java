package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
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
