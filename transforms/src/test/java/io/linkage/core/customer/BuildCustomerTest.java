package io.linkage.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.core.KeyMap;
import io.linkage.table.staging.Customer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildCustomerTest {
    @Test
    void opensTheFirstVersionAt1900AndEndsItWhereTheNextBegins() {
        Dataset<Row> customers = build("""
                customer_source_id|loaded_date|segment_code|email|is_deleted|changed_at
                c1|2024-05-01|a|x@example.com|false|
                c1|2024-05-03|a|y@example.com|false|
                c1|2024-05-05|b|y@example.com|false|2024-05-04 09:00:00
                c1|2024-05-07|b|y@example.com|true|
                """);

        assertThat(TableRows.lines(
                        customers.filter("customer_key > 0"), "segment_code", "valid_from", "valid_to", "is_deleted"))
                .containsExactly(
                        "Unknown|1900-01-01|9999-12-31|false",
                        "a|1900-01-01|2024-05-04|false",
                        "b|2024-05-04|2024-05-07|false",
                        "b|2024-05-07|9999-12-31|true");
    }

    @Test
    void infersCustomersThatOnlyFactsNameAndHasAllSpecialMembers() {
        Dataset<Row> customers = build("customer_source_id|loaded_date|is_deleted\nc1|2024-05-01|false");

        assertThat(TableRows.lines(customers.filter("is_inferred"), "customer_source_id"))
                .containsExactly("c2");
        assertThat(TableRows.lines(customers.filter("customer_key <= 0"), "customer_sk"))
                .containsExactly("-1", "-2", "-3", "-4", "0");
    }

    private static Dataset<Row> build(String records) {
        return TestInputs.asOf("2024-06-01")
                .with(Customer.TABLE, records)
                .with(KeyMap.TABLE, "entity_code|natural_id|entity_key\ncustomer|c1|11\ncustomer|c2|12\nunit|u1|13")
                .build(BuildCustomer.BUILD);
    }
}
