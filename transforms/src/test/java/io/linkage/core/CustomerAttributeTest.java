package io.linkage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.core.customer.BuildCustomerAttribute;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.staging.CustomerAttribute;
import org.junit.jupiter.api.Test;

class CustomerAttributeTest {
    @Test
    void eachValueBecomesARowAndWhatIsBlankOrObservedLaterDoesNot() {
        assertThat(TableRows.lines(
                        TestInputs.asOf("2024-05-01")
                                .with(CustomerAttribute.TABLE, """
                                        customer_source_id|observed_date|attributes
                                        a|2024-05-01|{"plan":"gold","usage":12.5,"note":" ","gone":null}
                                        a|2024-05-02|{"plan":"basic"}
                                        x|2024-04-01|{"plan":"basic"}
                                        """)
                                .with(CustomerIdentity.TABLE, """
                                        customer_source_id|customer_key
                                        a|7
                                        """)
                                .with(DimCustomer.TABLE, """
                                        customer_key|customer_sk|valid_from|valid_to
                                        7|70|1900-01-01|9999-12-31
                                        """)
                                .build(BuildCustomerAttribute.BUILD),
                        "customer_key",
                        "attribute_code",
                        "observed_date",
                        "attribute_text"))
                .containsExactly("-1|plan|2024-04-01|basic", "7|plan|2024-05-01|gold", "7|usage|2024-05-01|12.5");
    }
}
