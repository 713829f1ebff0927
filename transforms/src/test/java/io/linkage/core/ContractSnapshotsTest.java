package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.commerce.BuildProduct;
import io.linkage.core.commerce.BuildSubscription;
import io.linkage.mart.BuildDataIssue;
import io.linkage.table.staging.Subscription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contracts of full extracts that lack what an earlier one had: of the end of May, of June and of July. */
class ContractSnapshotsTest {
    private static final String STATE =
            "subscription_id|started_date|loaded_date|is_deleted|customer_source_id|monthly_price|ended_date|end_reason_code\n";

    @Test
    void aContractThatRanWhenTheExtractMissedItEndedThatNight() {
        assertThat(spells("""
                        k|2024-01-01|2024-05-31|false|c|9||
                        k|2024-01-01|2024-06-30|true|c|9||
                        l|2024-01-01|2024-05-31|false|c|9|2025-01-01|
                        l|2024-01-01|2024-06-30|true|c|9|2025-01-01|
                        m|2024-01-01|2024-05-31|false|c|9||
                        """))
                .containsExactly(
                        "k|2024-01-01|2024-01-01|2024-06-30|null|true|9.00",
                        "l|2024-01-01|2024-01-01|2024-06-30|null|true|9.00",
                        "m|2024-01-01|2024-01-01|null|null|true|9.00");
    }

    @Test
    void aContractThatIsMissedAfterItsEndEndedAsItWasTold() {
        assertThat(spells("""
                        k|2024-01-01|2024-05-31|false|c|9|2024-06-15|moved
                        k|2024-01-01|2024-06-30|true|c|9|2024-06-15|moved
                        """)).containsExactly("k|2024-01-01|2024-01-01|2024-06-15|moved|true|9.00");
    }

    @Test
    void aContractThatIsMissedBeforeItBeganNeverWas() {
        assertThat(spells("""
                        k|2024-07-01|2024-05-31|false|c|9||
                        k|2024-07-01|2024-06-30|true|c|9||
                        """)).isEmpty();
    }

    @Test
    void aContractThatComesBackRunsAsItIsToldAndUnderANewFirstDayIsANewOne() {
        assertThat(spells("""
                        k|2024-01-01|2024-05-31|false|c|9||
                        k|2024-01-01|2024-06-30|true|c|9||
                        k|2024-01-01|2024-07-31|false|c|10||
                        l|2024-01-01|2024-05-31|false|c|9||
                        l|2024-01-01|2024-06-30|true|c|9||
                        l|2024-07-20|2024-07-31|false|c|9||
                        """))
                .containsExactly(
                        "k|2024-01-01|2024-01-01|null|null|true|10.00",
                        "l|2024-01-01|2024-01-01|2024-06-30|null|true|9.00",
                        "l|2024-07-20|2024-07-20|null|null|true|9.00");
    }

    /** Later and earlier than it was, with the end that was told and without; later the contract ends. */
    @Test
    void aFirstDayThatIsCorrectedLeavesNoSpellBehind() {
        assertThat(spells("""
                        k|2024-01-01|2024-05-31|false|c|9||
                        k|2024-01-01|2024-06-30|true|c|9||
                        k|2024-01-15|2024-06-30|false|c|9||
                        k|2024-01-15|2024-07-31|true|c|9||
                        l|2024-02-01|2024-05-31|false|c|9|2024-03-01|
                        l|2024-02-01|2024-06-30|true|c|9|2024-03-01|
                        l|2024-01-15|2024-06-30|false|c|9|2024-03-01|
                        l|2024-03-01|2024-05-31|false|c|10||
                        """))
                .containsExactly(
                        "k|2024-01-15|2024-01-15|2024-07-31|null|true|9.00",
                        "l|2024-01-15|2024-01-15|2024-03-01|null|false|9.00",
                        "l|2024-03-01|2024-01-15|null|null|true|10.00");
    }

    /** The source takes back a new price: the contract runs on at the old one. */
    @Test
    void aSpellThatIsMissedWhileAnEarlierOneOfItsContractRunsNeverWas() {
        assertThat(spells("""
                        k|2024-01-01|2024-05-31|false|c|9|2024-03-01|
                        k|2024-03-01|2024-05-31|false|c|10||
                        k|2024-03-01|2024-06-30|true|c|10||
                        k|2024-01-01|2024-06-30|false|c|9||
                        """)).containsExactly("k|2024-01-01|2024-01-01|null|null|true|9.00");
    }

    /** A list of what runs has only the spell at the new price, or the one after the end that was told. */
    @Test
    void aSpellThatANewPriceOrATermFollowsIsThePastOfItsContract() {
        assertThat(spells("""
                        k|2024-01-01|2024-05-31|false|c|9||
                        k|2024-01-01|2024-06-30|true|c|9||
                        k|2024-06-10|2024-06-30|false|c|10||
                        l|2024-01-01|2024-05-31|false|c|9|2024-06-10|
                        l|2024-01-01|2024-06-30|true|c|9|2024-06-10|
                        l|2024-06-10|2024-06-30|false|c|9|2025-06-10|
                        """))
                .containsExactly(
                        "k|2024-01-01|2024-01-01|2024-06-10|null|false|9.00",
                        "k|2024-06-10|2024-01-01|null|null|true|10.00",
                        "l|2024-01-01|2024-01-01|2024-06-10|null|false|9.00",
                        "l|2024-06-10|2024-01-01|null|null|true|9.00");
    }

    @Test
    void whatASpellWasBeforeItWasCorrectedNamesNoProductAndNoCurrency() {
        TestInputs corrected = TestInputs.asOf("2024-07-31").with(Subscription.TABLE, """
                        subscription_id|started_date|loaded_date|is_deleted|customer_source_id|monthly_price|product_source_id|currency_code
                        k|2024-01-01|2024-05-31|false|c|9|typo|XAU
                        k|2024-01-01|2024-06-30|false|c|9|loan|
                        """);

        assertThat(TableRows.lines(corrected.build(BuildProduct.BUILD).where("product_key > 0"), "product_source_id"))
                .containsExactly("loan");
        assertThat(TableRows.lines(corrected.build(BuildDataIssue.BUILD), "issue_code"))
                .doesNotContain("currency-without-rate");
    }

    private static List<String> spells(String states) {
        return TableRows.lines(
                TestInputs.asOf("2024-07-31")
                        .with(Subscription.TABLE, STATE + states)
                        .build(BuildSubscription.BUILD),
                "subscription_id",
                "started_date",
                "contract_started_date",
                "ended_date",
                "end_reason_code",
                "is_last",
                "monthly_amount");
    }
}
