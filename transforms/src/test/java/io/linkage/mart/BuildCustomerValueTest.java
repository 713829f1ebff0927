package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.score.ScoreWallet;
import org.junit.jupiter.api.Test;

class BuildCustomerValueTest {
    @Test
    void showsValueCostAndPotentialOfEachCustomerSideBySide() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(DimCustomer.TABLE, """
                                        customer_key|is_current|segment_code
                                        1|true|a
                                        2|true|a
                                        3|true|b
                                        3|false|a
                                        -1|true|Unknown
                                        """)
                                .with(FeatureCustomer.TABLE, """
                                        customer_key|first_purchase_date|first_contract_date|recent_cost_to_serve_amount
                                        1|2024-01-01||7.00
                                        2||2023-01-01|0.00
                                        3|||0.00
                                        """)
                                .with(ScoreClv.TABLE, """
                                        customer_key|clv_basis_code|clv_amount|contract_value_amount|net_value_amount
                                        1|purchases|20.00||12.50
                                        2|contract|5.00|5.00|5.00
                                        """)
                                .with(ScoreWallet.TABLE, "customer_key|potential_value_amount\n1|60.00")
                                .build(BuildCustomerValue.BUILD),
                        "customer_key",
                        "is_prospect",
                        "recent_cost_to_serve_amount",
                        "clv_basis_code",
                        "clv_amount",
                        "contract_value_amount",
                        "net_value_amount",
                        "potential_value_amount"))
                .containsExactly(
                        "1|false|7.00|purchases|20.00|null|12.50|60.00",
                        "2|false|0.00|contract|5.00|5.00|5.00|null",
                        "3|true|0.00|null|null|null|null|null");
    }
}
