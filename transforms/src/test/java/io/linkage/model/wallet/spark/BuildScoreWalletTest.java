package io.linkage.model.wallet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.score.FeatureCustomer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildScoreWalletTest {
    @Test
    void ofTooFewAnswersOnlyThoseWhoAnsweredHaveAShare() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(DimCustomer.TABLE, """
                                        customer_key|segment_code|is_current
                                        1|a|true
                                        2|a|true
                                        3|a|true
                                        """)
                                .with(FeatureCustomer.TABLE, """
                                        customer_key|first_purchase_date|net_revenue_last_365_days_amount
                                        1|2024-01-01|100.00
                                        2|2024-01-01|100.00
                                        3||0.00
                                        """)
                                .with(FctWalletAnswer.TABLE, """
                                        respondent_id|customer_key|answer_date|stated_share|equal_share|sample_weight
                                        r|1|2024-04-01|0.4|0.5|1
                                        s|2|2022-04-01|0.9|1|1
                                        """)
                                .build(BuildScoreWallet.BUILD),
                        "customer_key",
                        "wallet_basis_code",
                        "segment_answer_count",
                        "wallet_share",
                        "wallet_amount",
                        "potential_amount"))
                .containsExactlyInAnyOrder("1|stated|1|0.4|250.00|150.00", "2|none|1|null|null|null");
    }

    /** Of 250 spent in the category 200 can be won and 100 were: 100 a year at a margin of .3, over two years. */
    @Test
    void thePotentialIsTheMarginOfTheReachablePartOfTheWalletThatGoesElsewhere() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(new ClvSettings(
                                        "auto", Optional.empty(), 24, 0, 1, 91, ClvSettings.NONE, ClvSettings.NONE))
                                .with(DimCustomer.TABLE, """
                                        customer_key|segment_code|is_current
                                        1|a|true
                                        2|a|true
                                        3|a|true
                                        """)
                                .with(FeatureCustomer.TABLE, """
                                        customer_key|first_purchase_date|net_revenue_last_365_days_amount\
                                        |net_revenue_amount|margin_amount
                                        1|2024-01-01|100.00|200.00|60.00
                                        2|2024-01-01|100.00|100.00|-10.00
                                        3|2024-01-01|100.00|100.00|30.00
                                        """)
                                .with(FctWalletAnswer.TABLE, """
                                        respondent_id|customer_key|answer_date|stated_share|sample_weight
                                        r|1|2024-04-01|0.4|1
                                        s|2|2024-04-01|0.4|1
                                        t|3|2024-04-01|0.9|1
                                        """)
                                .build(BuildScoreWallet.BUILD),
                        "customer_key",
                        "potential_amount",
                        "potential_value_amount"))
                .containsExactly("1|150.00|60.00", "2|150.00|-20.00", "3|11.11|0.00");
    }
}
