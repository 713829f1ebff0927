package io.linkage.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.IdentitySettings;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Customer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which records are one customer, and what a night changes in that. */
class BuildCustomerIdentityTest {
    private static final String KEYS = """
            entity_code|natural_id|entity_key
            customer|a|1
            customer|b|2
            customer|c|3
            customer|d|4
            customer|e|5
            unit|a|9
            """;

    @Test
    void aRecordThatNamesAnotherIsTheSameCustomer() {
        assertThat(told("""
                customer_source_id|loaded_date|cross_reference_id|is_deleted|customer_type_code
                a|2024-01-02||false|person
                b|2024-01-01|a|false|person
                c|2024-01-01|nobody|false|person
                d|2024-01-01|a|false|organisation
                """))
                .containsExactly(
                        "a|2|cross-reference|2|false",
                        "b|2|cross-reference|2|false",
                        "c|3|alone|1|false",
                        "d|4|alone|1|false",
                        "e|5|alone|1|false");
    }

    @Test
    void emailWithSurnameMatchesHoweverItIsWritten() {
        assertThat(told("""
                customer_source_id|loaded_date|customer_name|email|is_deleted|customer_type_code
                a|2024-01-01|Zoë van Müller|Zoe@Example.com |false|person
                b|2024-01-01|MULLER, Z.|zoe@example.com|false|person
                c|2024-01-01|Zoë Visser|zoe@example.com|false|person
                d|2024-01-01|Zoë Muller|zoe at example|false|person
                """)).startsWith("a|1|email-surname|2|false", "b|1|email-surname|2|false", "c|3|alone|1|false");
    }

    /** Both have their bookkeeper's address, and end in the same legal form. */
    @Test
    void companiesMatchByTheirWholeName() {
        assertThat(told("""
                customer_source_id|loaded_date|customer_name|email|is_deleted|customer_type_code
                a|2024-01-01|Alpha B.V.|invoices@example.com|false|organisation
                b|2024-01-01|ALPHA BV|invoices@example.com|false|organisation
                c|2024-01-01|Beta B.V.|invoices@example.com|false|organisation
                """)).startsWith("a|1|email-surname|2|false", "b|1|email-surname|2|false", "c|3|alone|1|false");
    }

    @Test
    void telephoneWithAddressMatchesHoweverItIsWritten() {
        assertThat(told("""
                customer_source_id|loaded_date|phone|postal_code|street|is_deleted|customer_type_code
                a|2024-01-01|+31 6 1234 5678|1234 ab|2e Dwarsstraat 15 hs|false|person
                b|2024-01-01|06-12345678|1234AB|tweede dwarsstraat 15|false|person
                c|2024-01-01|06-12345678|1234AB|tweede dwarsstraat 16|false|person
                d|2024-01-01|5678|1234AB|tweede dwarsstraat 15|false|person
                """)).startsWith("a|1|phone-address|2|false", "b|1|phone-address|2|false", "c|3|alone|1|false");
    }

    @Test
    void recordsReachEachOtherThroughOthers() {
        assertThat(told("""
                customer_source_id|loaded_date|cross_reference_id|is_deleted|customer_type_code
                e|2024-01-01||false|person
                d|2024-01-02|e|false|person
                c|2024-01-03|d|false|person
                b|2024-01-04|c|false|person
                a|2024-01-05|b|false|person
                """))
                .allMatch(row -> row.split("\\|")[1].equals("5"), "the customer carries the key seen first");
    }

    /** Beyond four links nobody is joined: not the ends either, which share nothing. */
    @Test
    void recordsOfAChainThatIsTooLongStandAlone() {
        StringBuilder keys = new StringBuilder(KEYS);
        StringBuilder chain =
                new StringBuilder("customer_source_id|loaded_date|cross_reference_id|is_deleted|customer_type_code\n");
        for (int at = 0; at < 7; at++) {
            keys.append("customer|r%d|%d%n".formatted(at, 10 + at));
            chain.append("r%d|2024-01-0%d|%s|false|person%n".formatted(at, 1 + at, at == 0 ? "" : "r" + (at - 1)));
        }
        TestInputs inputs = TestInputs.asOf("2024-05-01")
                .with(new IdentitySettings(IdentitySettings.ALL, 10))
                .with(KeyMap.TABLE, keys.toString())
                .with(Customer.TABLE, chain.toString());

        assertThat(TableRows.lines(
                        inputs.build(BuildCustomerIdentity.BUILD).filter("customer_source_id like 'r%'"),
                        "match_code",
                        "record_count"))
                .hasSize(7)
                .containsOnly("alone|1");
    }

    @Test
    void otherBirthDatesKeepRecordsApartAndARecordThatMightBeEitherStandsAlone() {
        assertThat(told("""
                customer_source_id|loaded_date|customer_name|email|cross_reference_id|birth_date|is_deleted|customer_type_code
                a|2024-01-01|A Visser|family@example.com||1950-01-01|false|person
                b|2024-01-01|B Visser|family@example.com||1980-01-01|false|person
                c|2024-01-01|B Visser|family@example.com|||false|person
                d|2024-01-01|B Visser|b@example.com|b|1980-01-01|false|person
                """))
                .containsExactly(
                        "a|1|alone|1|true",
                        "b|2|cross-reference|2|true",
                        "c|3|alone|1|true",
                        "d|2|cross-reference|2|false",
                        "e|5|alone|1|false");
    }

    @Test
    void aBridgeBetweenTwoPersonsIsNobodysRecord() {
        assertThat(told("""
                customer_source_id|loaded_date|cross_reference_id|birth_date|is_deleted|customer_type_code
                a|2024-01-01||1950-01-01|false|person
                b|2024-01-01|a||false|person
                c|2024-01-01|b|1980-01-01|false|person
                """)).startsWith("a|1|alone|1|true", "b|2|alone|1|true", "c|3|alone|1|true");
    }

    @Test
    void whatManyShareIsAPlaceholder() {
        String records = """
                customer_source_id|loaded_date|customer_name|email|is_deleted|customer_type_code
                a|2024-01-01|A Visser|noreply@example.com|false|person
                b|2024-01-01|B Visser|noreply@example.com|false|person
                c|2024-01-01|C Visser|noreply@example.com|false|person
                """;
        assertThat(told(records)).startsWith("a|1|email-surname|3|false");

        assertThat(told(records, new IdentitySettings(IdentitySettings.ALL, 2))).startsWith("a|1|alone|1|false");
    }

    @Test
    void theSettingChoosesTheRules() {
        String records = """
                customer_source_id|loaded_date|customer_name|email|cross_reference_id|is_deleted|customer_type_code
                a|2024-01-01|A Visser|a@example.com||false|person
                b|2024-01-01|A Visser|a@example.com||false|person
                c|2024-01-01|A Visser||a|false|person
                """;
        assertThat(told(records, new IdentitySettings(IdentitySettings.CROSS_REFERENCE, 10)))
                .startsWith("a|1|cross-reference|2|false", "b|2|alone|1|false", "c|1|cross-reference|2|false");
        assertThat(told(records, new IdentitySettings("none", 10)))
                .startsWith("a|1|alone|1|false", "b|2|alone|1|false", "c|3|alone|1|false");
    }

    @Test
    void whatANightChangesIsAnEvent() {
        String before = """
                customer_source_id|loaded_date|cross_reference_id|is_deleted|customer_type_code
                a|2024-01-01||false|person
                b|2024-01-02|a|false|person
                c|2024-01-03||false|person
                """;
        String tonight = """
                b|2024-05-01||false|person
                c|2024-05-01|a|false|person
                d|2024-05-01|a|false|person
                e|2024-05-01||false|person
                """;
        assertThat(events(before + tonight, "2024-05-01"))
                .containsExactly("a|1|1|none", "b|2|1|split", "c|1|3|merged", "d|1|null|joined", "e|5|null|new");
        assertThat(events(before + tonight, "2024-05-02"))
                .containsExactly("a|1|1|none", "b|2|2|none", "c|1|1|none", "d|1|1|none", "e|5|5|none");
    }

    @Test
    void anOlderChangeThatIsLoadedLaterDoesNotMatch() {
        String records = """
                customer_source_id|loaded_date|cross_reference_id|changed_at|is_deleted|customer_type_code
                a|2024-01-01|||false|person
                b|2024-01-01|a|2024-01-01 10:00:00|false|person
                b|2024-01-08||2024-01-07 10:00:00|false|person
                b|2024-01-15|a|2024-01-02 10:00:00|false|person
                """;
        assertThat(told(records)).startsWith("a|1|alone|1|false", "b|2|alone|1|false");
        assertThat(told(records.replace("|2024-01-07 10:00:00|", "||")))
                .as("the load decides where no moment is told")
                .startsWith("a|1|alone|1|false", "b|2|alone|1|false");
        assertThat(told(records + "b|2024-01-22|a||false|person\n"))
                .startsWith("a|1|cross-reference|2|false", "b|1|cross-reference|2|false");
    }

    @Test
    void aDroppedRecordStaysItsCustomers() {
        assertThat(told("""
                customer_source_id|loaded_date|cross_reference_id|is_deleted|customer_type_code
                a|2024-01-01||false|person
                b|2024-01-01|a|false|person
                b|2024-01-05|a|true|person
                """)).startsWith("a|1|cross-reference|2|false", "b|1|cross-reference|2|false");
    }

    private static List<String> told(String records) {
        return told(records, new IdentitySettings(IdentitySettings.ALL, 10));
    }

    private static List<String> told(String records, IdentitySettings settings) {
        return rows(
                records,
                settings,
                "2024-05-01",
                "customer_source_id",
                "customer_key",
                "match_code",
                "record_count",
                "is_conflicting");
    }

    private static List<String> events(String records, String asOf) {
        return rows(
                records,
                new IdentitySettings(IdentitySettings.ALL, 10),
                asOf,
                "customer_source_id",
                "customer_key",
                "previous_customer_key",
                "event_code");
    }

    private static List<String> rows(String records, IdentitySettings settings, String asOf, String... columns) {
        return TableRows.lines(
                TestInputs.asOf(asOf)
                        .with(settings)
                        .with(KeyMap.TABLE, KEYS)
                        .with(Customer.TABLE, records)
                        .build(BuildCustomerIdentity.BUILD),
                columns);
    }
}
