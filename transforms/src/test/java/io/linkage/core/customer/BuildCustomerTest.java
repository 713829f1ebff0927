package io.linkage.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.staging.Customer;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What the records of one customer say together. */
class BuildCustomerTest {

    @Test
    void theLastStatedValueOfALivingRecordStands() {
        assertThat(versions("""
                customer_source_id|loaded_date|segment_code|country_code|is_deleted
                a|2024-01-01|gold||false
                b|2024-02-01||NL|false
                b|2024-03-01|silver|BE|false
                b|2024-04-01|silver|BE|true
                a|2024-05-01|gold||true
                c|2024-01-01|iron|DE|false
                """))
                .containsExactlyInAnyOrder(
                        "1|a|gold|Unknown|1900-01-01|2024-02-01|false|false",
                        "1|a|gold|NL|2024-02-01|2024-03-01|false|false",
                        "1|a|silver|BE|2024-03-01|2024-04-01|false|false",
                        "1|a|gold|BE|2024-04-01|2024-05-01|false|false",
                        "1|a|gold|BE|2024-05-01|9999-12-31|true|true",
                        "3|c|iron|DE|1900-01-01|9999-12-31|true|false",
                        "4|d|Unknown|Unknown|1900-01-01|9999-12-31|true|false");
    }

    /** Customer 3 came by record b, which is customer 1; who recommended customer 4 is not known by that identifier. */
    @Test
    void whoRecommendedIsACustomerWhateverTheRecord() {
        assertThat(TableRows.lines(built("""
                                customer_source_id|loaded_date|referrer_source_id|is_deleted
                                a|2024-01-01||false
                                c|2024-01-01|b|false
                                d|2024-01-01|z|false
                                """), "customer_key", "referrer_key")).containsExactly("1|0", "3|1", "4|-1");
    }

    /** Record b joins a customer known since 2020; c comes without a date, then with a wrong one; no version is made. */
    @Test
    void theDayACustomerWasFirstSeenIsLearntLaterWithoutAVersion() {
        assertThat(TableRows.lines(built("""
                                customer_source_id|loaded_date|first_seen_date|segment_code|is_deleted
                                a|2024-01-01|2020-01-01|gold|false
                                a|2024-03-01|2020-01-01|iron|false
                                b|2024-02-01|2010-01-01||false
                                c|2024-01-01|||false
                                c|2024-02-01|1910-01-01||false
                                c|2024-03-01|2023-05-01||false
                                """), "customer_key", "valid_from", "first_seen_date"))
                .containsExactlyInAnyOrder(
                        "1|1900-01-01|2010-01-01",
                        "1|2024-03-01|2010-01-01",
                        "3|1900-01-01|2023-05-01",
                        "4|1900-01-01|null");
    }

    private static List<String> versions(String records) {
        return TableRows.lines(
                built(records),
                "customer_key",
                "customer_source_id",
                "segment_code",
                "country_code",
                "valid_from",
                "valid_to",
                "is_current",
                "is_deleted");
    }

    private static Dataset<Row> built(String records) {
        return TestInputs.asOf("2024-06-01")
                .with(CustomerIdentity.TABLE, """
                                customer_source_id|customer_key|is_lead
                                a|1|true
                                b|1|false
                                c|3|true
                                d|4|true
                                """)
                .with(Customer.TABLE, records)
                .build(BuildCustomer.BUILD)
                .where("customer_key > 0");
    }
}
