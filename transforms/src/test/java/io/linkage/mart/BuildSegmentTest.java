package io.linkage.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.table.mart.CustomerValue;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildSegmentTest {
    private static final String NIGHTS = """
            as_of_date|customer_key|segment_code|life_cycle_phase_code|rfm_code|is_prospect|net_revenue_amount|clv_amount
            2024-05-01|1|a|active|555|false|20.00|3.00
            2024-05-01|2|a|prospect||true|0.00|
            2024-05-01|3|b|lost|111|false|5.00|0.10
            2024-05-02|1|b|active|455|false|20.00|2.50
            2024-05-02|2|a|new|512|false|8.00|4.00
            2024-05-02|4|a|prospect||true|0.00|
            """;

    @Test
    void movesAreCountedFromSegmentToSegment() {
        Dataset<Row> segments =
                TestInputs.asOf("2024-05-02").with(CustomerValue.TABLE, NIGHTS).build(BuildSegment.BUILD);

        assertThat(shown(segments, "company"))
                .containsExactly(
                        "a|a|1|1|8.00|4.00", "a|none|1|0|0.00|null", "b|a|1|1|20.00|2.50", "none|b|1|0|0.00|null");
        assertThat(shown(segments, "life-cycle"))
                .containsExactly(
                        "active|active|1|1|20.00|2.50",
                        "new|prospect|1|1|8.00|4.00",
                        "none|lost|1|0|0.00|null",
                        "prospect|none|1|0|0.00|null");
        assertThat(shown(segments, "rfm"))
                .containsExactly("455|555|1|1|20.00|2.50", "512|none|1|1|8.00|4.00", "none|111|1|0|0.00|null");
        assertThat(shown(segments, "rules")).isEmpty();
    }

    @Test
    void onTheFirstNightNobodyComesFromAnywhere() {
        Dataset<Row> segments =
                TestInputs.asOf("2024-05-01").with(CustomerValue.TABLE, NIGHTS).build(BuildSegment.BUILD);

        assertThat(shown(segments, "company")).containsExactly("a|none|2|1|20.00|3.00", "b|none|1|1|5.00|0.10");
    }

    private static List<String> shown(Dataset<Row> segments, String scheme) {
        return TableRows.lines(
                segments.filter("scheme_code = '" + scheme + "'"),
                "segment_code",
                "previous_segment_code",
                "customer_count",
                "buyer_count",
                "net_revenue_amount",
                "clv_amount");
    }
}
