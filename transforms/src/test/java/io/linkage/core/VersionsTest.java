package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.commerce.BuildOrderLine;
import io.linkage.core.customer.BuildCustomer;
import io.linkage.settings.ReportingSettings;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.OrderLine;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Type-2 history when changes come late, twice a day, or never came. */
class VersionsTest {
    private static final String KEYS = "customer_source_id|customer_key|is_lead\nc|7|true\n";
    private static final String CHANGES =
            "customer_source_id|loaded_date|segment_code|changed_at|is_deleted|customer_type_code\n";

    @Test
    void aChangeThatComesLateTakesEffectOnTheDayTheSourceNames() {
        assertThat(versions("""
                c|2024-05-01|a|2024-04-01 10:00:00|false|person
                c|2024-05-02|c|2024-05-02 10:00:00|false|person
                c|2024-05-05|b|2024-04-20 10:00:00|false|person
                """))
                .containsExactly(
                        "1900-01-01|2024-04-20|a|false|false",
                        "2024-04-20|2024-05-02|b|false|false",
                        "2024-05-02|9999-12-31|c|false|true");
    }

    /** Midnight in Amsterdam is 22:00 of the day before in UTC: facts of that day met the state of the next. */
    @Test
    void aChangeTakesEffectOnTheDayOfTheCompanysZone() {
        Dataset<Row> customers = TestInputs.asOf("2024-05-12")
                .with(new ReportingSettings(Currency.getInstance("EUR"), ZoneId.of("Europe/Amsterdam")))
                .with(CustomerIdentity.TABLE, KEYS)
                .with(Customer.TABLE, CHANGES + """
                        c|2024-05-01|a|2024-04-01 10:00:00|false|person
                        c|2024-05-03|b|2024-05-01 22:00:00|false|person
                        """)
                .build(BuildCustomer.BUILD)
                .where("customer_key > 0");

        assertThat(TableRows.lines(customers, "valid_from", "segment_code"))
                .containsExactly("1900-01-01|a", "2024-05-02|b");
    }

    @Test
    void ofTwoChangesOnOneDayTheLaterOfTheSourceStandsInWhateverOrderTheyCome() {
        assertThat(versions("""
                c|2024-05-01|a|2024-04-01 10:00:00|false|person
                c|2024-05-02|c|2024-05-02 15:00:00|false|person
                c|2024-05-03|b|2024-05-02 09:00:00|false|person
                """))
                .containsExactly("1900-01-01|2024-05-02|a|false|false", "2024-05-02|9999-12-31|c|false|true");
    }

    @Test
    void aChangeDatedAfterItsNightTakesEffectOnTheNight() {
        assertThat(versions("""
                c|2024-05-01|a||false|person
                c|2024-05-02|b|2024-12-31 00:00:00|false|person
                """))
                .containsExactly("1900-01-01|2024-05-02|a|false|false", "2024-05-02|9999-12-31|b|false|true");
    }

    @Test
    void aDroppedRecordKeepsItsPastAndIsDeletedFromTheNightThatMissedIt() {
        assertThat(versions("""
                c|2024-05-01|a|2024-01-01 00:00:00|false|person
                c|2024-05-03|a||true|person
                """))
                .containsExactly("1900-01-01|2024-05-03|a|false|false", "2024-05-03|9999-12-31|a|true|true");
    }

    @Test
    void aRecordThatComesBackUnchangedIsAliveFromTheNightItCame() {
        assertThat(versions("""
                c|2024-05-01|a|2024-01-01 00:00:00|false|person
                c|2024-05-03|a||true|person
                c|2024-05-05|a|2024-01-01 00:00:00|false|person
                """))
                .containsExactly(
                        "1900-01-01|2024-05-03|a|false|false",
                        "2024-05-03|2024-05-05|a|true|false",
                        "2024-05-05|9999-12-31|a|false|true");
    }

    @Test
    void anOlderChangeThatComesAfterADeletionBringsNothingBack() {
        assertThat(versions("""
                c|2024-05-01|a|2024-04-01 10:00:00|false|person
                c|2024-05-05|a|2024-05-03 10:00:00|true|person
                c|2024-05-12|b|2024-05-02 10:00:00|false|person
                """))
                .containsExactly(
                        "1900-01-01|2024-05-02|a|false|false",
                        "2024-05-02|2024-05-03|b|false|false",
                        "2024-05-03|9999-12-31|a|true|true");
    }

    @Test
    void aChangeLaterThanTheDeletionIsAComebackOnItsDay() {
        assertThat(versions("""
                c|2024-05-01|a|2024-04-01 10:00:00|false|person
                c|2024-05-05|a|2024-05-03 10:00:00|true|person
                c|2024-05-12|b|2024-05-10 10:00:00|false|person
                """))
                .containsExactly(
                        "1900-01-01|2024-05-03|a|false|false",
                        "2024-05-03|2024-05-10|a|true|false",
                        "2024-05-10|9999-12-31|b|false|true");
    }

    /** Nobody knows when the extract dropped it: all that comes later is later, and within that the source's moments decide. */
    @Test
    void whatComesAfterADropWithoutAMomentIsInTheOrderOfItsOwnMoments() {
        assertThat(versions("""
                c|2024-05-01|a|2024-01-05 00:00:00|false|person
                c|2024-05-03|a||true|person
                c|2024-05-05|c|2024-01-03 00:00:00|false|person
                c|2024-05-06|b|2024-01-02 00:00:00|false|person
                c|2024-05-07|d||false|person
                """))
                .containsExactly(
                        "1900-01-01|2024-05-03|a|false|false",
                        "2024-05-03|2024-05-05|a|true|false",
                        "2024-05-05|2024-05-07|c|false|false",
                        "2024-05-07|9999-12-31|d|false|true");
    }

    @Test
    void aLateFactMeetsTheVersionOfItsDate() {
        Dataset<Row> customers = build("""
                c|2024-05-01|a||false|person
                c|2024-05-10|b||false|person
                """);
        Dataset<Row> lines = TestInputs.asOf("2024-05-12")
                .with(CustomerIdentity.TABLE, KEYS)
                .with(DimCustomer.TABLE, customers)
                .with(OrderLine.TABLE, """
                        order_id|line_number|customer_source_id|ordered_at|line_type_code|quantity|unit_price
                        late|1|c|2024-05-09 10:00:00|sale|1|1
                        new|1|c|2024-05-10 10:00:00|sale|1|1
                        """)
                .build(BuildOrderLine.BUILD);

        assertThat(TableRows.lines(
                        lines.join(
                                customers.select(DimCustomer.CUSTOMER_SK.col(), DimCustomer.SEGMENT_CODE.col()),
                                FctOrderLine.CUSTOMER_SK.name()),
                        "order_id",
                        "segment_code",
                        "customer_key"))
                .containsExactly("late|a|7", "new|b|7");
    }

    @Test
    void aCustomerThatOnlyFactsNameIsInferredAndFilledInLaterUnderTheSameKeys() {
        Dataset<Row> inferred = build("");
        Dataset<Row> filledIn = build("c|2024-05-10|a|2024-05-09 10:00:00|false|person");

        assertThat(described(inferred)).containsExactly("1900-01-01|9999-12-31|Unknown|true");
        assertThat(described(filledIn)).containsExactly("1900-01-01|9999-12-31|a|false");
        assertThat(keys(filledIn)).isEqualTo(keys(inferred)).hasSize(1);
    }

    private static List<String> versions(String changes) {
        return TableRows.lines(build(changes), "valid_from", "valid_to", "segment_code", "is_deleted", "is_current");
    }

    private static List<String> described(Dataset<Row> customers) {
        return TableRows.lines(customers, "valid_from", "valid_to", "segment_code", "is_inferred");
    }

    private static List<String> keys(Dataset<Row> customers) {
        return TableRows.lines(customers, "customer_sk", "customer_key");
    }

    private static Dataset<Row> build(String changes) {
        return TestInputs.asOf("2024-05-12")
                .with(CustomerIdentity.TABLE, KEYS)
                .with(Customer.TABLE, CHANGES + changes)
                .build(BuildCustomer.BUILD)
                .where("customer_key > 0");
    }
}
