package io.linkage.model.wallet.spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.column.Literals;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildScoreWalletTest {
    @Test
    void ofTooFewAnswersOnlyThoseWhoAnsweredHaveAShare() {
        assertThat(TableRows.lines(
                        night(TestInputs.asOf("2024-05-01")
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
                                        """))
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
                        night(TestInputs.asOf("2024-05-01")
                                        .with(new ClvSettings(
                                                "auto",
                                                Optional.empty(),
                                                24,
                                                0,
                                                1,
                                                91,
                                                ClvSettings.NONE,
                                                ClvSettings.NONE))
                                        .with(DimCustomer.TABLE, """
                                        customer_key|segment_code|is_current
                                        1|a|true
                                        2|a|true
                                        3|a|true
                                        4|a|true
                                        5|a|true
                                        6|a|true
                                        7|a|true
                                        """)
                                        .with(FeatureCustomer.TABLE, """
                                        customer_key|first_purchase_date|net_revenue_last_365_days_amount\
                                        |net_revenue_amount|return_amount|margin_amount
                                        1|2024-01-01|100.00|200.00|0.00|60.00
                                        2|2024-01-01|100.00|100.00|0.00|-10.00
                                        3|2024-01-01|100.00|100.00|0.00|30.00
                                        4|2024-01-01|100.00|1.00|-999.00|300.00
                                        5|2024-01-01|100.00|100.00|0.00|-900.00
                                        6|2024-01-01|100.00|0.00|0.00|0.00
                                        7|2024-01-01|-50.00|100.00|0.00|30.00
                                        """)
                                        .with(FctWalletAnswer.TABLE, """
                                        respondent_id|customer_key|answer_date|stated_share|sample_weight|category_spend_amount|category_code
                                        r|1|2024-04-01|0.4|1||food
                                        s|2|2024-04-01|0.4|1||food
                                        t|3|2024-04-01|0.9|1||food
                                        u|4|2024-04-01|0.4|1||food
                                        v|5|2024-04-01|0.4|1||food
                                        w|6|2024-04-01|0.4|1||food
                                        x|7|2024-04-01||1|250.00|food
                                        """))
                                .build(BuildScoreWallet.BUILD),
                        "customer_key",
                        "potential_amount",
                        "potential_value_amount"))
                .containsExactly(
                        "1|150.00|60.00",
                        "2|150.00|-20.00",
                        "3|11.11|0.00",
                        // Of 1,000 bought nearly all came back: .3 of a sale is left, not 300 times what is left of
                        // them.
                        "4|150.00|60.00",
                        "5|150.00|-200.00",
                        "6|150.00|null",
                        // Of 250 nothing is spent with us: 200 a year can be won, and not the 50 brought back as well.
                        "7|250.00|120.00");
    }

    /** Food asked about twice is 300 and half ours, drinks are 50 and ours by a tenth: 350 in all, and three tenths. */
    @Test
    void aCategoryThatWasAskedAboutTwiceCountsOnce() {
        Dataset<Row> asked = Buyers.asked(TestInputs.asOf("2024-05-01")
                .with(DimCustomer.TABLE, "customer_key|segment_code|is_current\n1|a|true")
                .with(
                        FeatureCustomer.TABLE,
                        "customer_key|first_purchase_date|net_revenue_last_365_days_amount\n1|2024-01-01|90.00")
                .with(FctWalletAnswer.TABLE, """
                        respondent_id|customer_key|answer_date|category_code|stated_share|equal_share|category_spend_amount|sample_weight
                        r|1|2024-04-01|food|0.4|0.5|200.00|1
                        s|1|2024-03-01|food|0.6|0.5|400.00|1
                        r|1|2024-04-01|drinks|0.1|0.2|50.00|1
                        """));

        assertThat(TableRows.lines(asked, "answer_count", "stated_share", "equal_share", Buyers.AMOUNT))
                .containsExactly("3|0.3|0.35|350.0");
    }

    @Test
    void thoseWhoWereNotAskedHaveAModelledWalletWithinItsBand() {
        TestInputs night = night(company(200));

        List<String> bases = TableRows.lines(
                night.build(BuildScoreWallet.BUILD)
                        .groupBy("wallet_basis_code")
                        .agg(
                                count(lit(1)).as("customers"),
                                min(expr("wallet_low_amount < wallet_amount and wallet_amount < wallet_high_amount"))
                                        .as("within"),
                                min(expr("realistic_wallet_amount > 0")).as("realistic")),
                "wallet_basis_code",
                "customers",
                "within",
                "realistic");

        assertThat(bases).containsExactly("modelled|200|true|true", "stated|200|true|true");
    }

    @Test
    void ofFiftyRespondentsTheShareOfTheSegmentStandsInAndTheRecordSaysWhy() {
        TestInputs night = night(company(50));

        assertThat(TableRows.lines(
                        night.build(BuildScoreWallet.BUILD)
                                .groupBy("wallet_basis_code")
                                .count(),
                        "wallet_basis_code",
                        "count"))
                .containsExactly("segment|350", "stated|50");
        assertThat(TableRows.lines(
                        night.rows(Model.TABLE).filter("subject_code = 'wallet-amount'"), "role_code", "status_code"))
                .containsExactly("refused|TOO_FEW_ANSWERS");
    }

    @Test
    void partingTheRowsOtherwiseChangesNoScore() {
        TestInputs night = company(200);
        TestInputs parted = company(200)
                .with(FeatureCustomer.TABLE, night.rows(FeatureCustomer.TABLE).repartition(7))
                .with(FctWalletAnswer.TABLE, night.rows(FctWalletAnswer.TABLE).repartition(5));

        assertThat(TableRows.lines(night(parted).build(BuildScoreWallet.BUILD)))
                .isEqualTo(TableRows.lines(night(night).build(BuildScoreWallet.BUILD)));
    }

    /** With what the night learned of wallets, which scores are made from. */
    private static TestInputs night(TestInputs in) {
        return in.with(
                Model.TABLE,
                Literals.rows(
                        in.one(),
                        Model.TABLE,
                        WalletModels.of(in).stream()
                                .map(entry -> entry.row(in.asOf()))
                                .toList()));
    }

    /** 400 buyers: who spends more gives us a larger share, one in four all. The last one gave a rank alone. */
    private static TestInputs company(int asked) {
        StringBuilder customers = new StringBuilder("customer_key|segment_code|acquisition_channel_code|is_current\n");
        StringBuilder features = new StringBuilder("customer_key|first_purchase_date|purchase_day_count"
                + "|net_revenue_last_365_days_amount|net_revenue_amount|margin_amount\n");
        StringBuilder answers = new StringBuilder("respondent_id|customer_key|answer_date|category_code|stated_share"
                + "|category_spend_amount|equal_share|allocated_share|sample_weight\n");
        for (int key = 1; key <= 400; key++) {
            int spent = 50 + key * 37 % 400;
            double share = key % 4 == 0 ? 1 : .1 + spent / 600.0;
            customers.append(key + "|" + (key % 3 == 0 ? "b" : "a") + "|web|true\n");
            features.append(key + "|2023-01-01|3|" + spent + "|" + 2 * spent + "|" + spent + "\n");
            if (key <= asked) {
                double stated = spent / share * (.8 + key % 5 * .1);
                answers.append("r" + key + "|" + key + "|2024-04-01|food|" + share + "|" + stated + "|.5||1\n");
            }
        }
        answers.append("last|400|2024-04-01|food|||.5|.4|1\n");
        return TestInputs.asOf("2024-05-01")
                .with(DimCustomer.TABLE, customers.toString())
                .with(FeatureCustomer.TABLE, features.toString())
                .with(FctWalletAnswer.TABLE, answers.toString());
    }
}
