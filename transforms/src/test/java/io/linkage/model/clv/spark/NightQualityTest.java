package io.linkage.model.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TestInputs;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import org.junit.jupiter.api.Test;

class NightQualityTest {
    /**
     * NBD with r 1 and alpha 4 forecasts 0.25 in 28 days for who bought once, 12 weeks ago. Since then the records of 2 went to 1, one
     * of 3 became 4, and a new one joined 5, who came on one day.
     */
    @Test
    void whoMergedOrSplitSinceIsNotJudged() {
        TestInputs nights = TestInputs.asOf("2024-05-28")
                .with(Model.TABLE, """
                        as_of_date|calibration_end_date|subject_code|model_code|role_code|status_code|parameter_code|parameter_estimate
                        2024-04-30|2024-04-30|clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|r|1
                        2024-04-30|2024-04-30|clv-purchases|nbd|champion|DROPOUT_NOT_IDENTIFIED|alpha|4
                        2024-04-30|2024-04-30|clv-spend|pooled-mean|champion|SPEND_NOT_IDENTIFIED|mean|10
                        2024-04-30|2024-04-30|clv-margin|observed|champion|IDENTIFIED|margin_share|1
                        """)
                .with(FeatureCustomer.TABLE, """
                        as_of_date|customer_key|frequency_count|recency_weeks|age_weeks
                        2024-04-30|1|0|0|12
                        2024-04-30|2|0|0|12
                        2024-04-30|3|0|0|12
                        2024-04-30|5|0|0|12
                        2024-05-28|1|0|0|16
                        2024-05-28|3|0|0|16
                        2024-05-28|4|0|0|16
                        2024-05-28|5|0|0|16
                        """)
                .withEarlier(CustomerIdentity.TABLE, "customer_source_id|customer_key\na|1\nb|2\nc|3\nd|3\ne|5\n")
                .with(CustomerIdentity.TABLE, "customer_source_id|customer_key\na|1\nb|1\nc|3\nd|4\ne|5\nf|5\n")
                .with(FctOrderLine.TABLE, """
                        order_id|line_number|customer_key|order_date|line_type_code
                        o|1|1|2024-05-01|sale
                        p|1|4|2024-05-01|sale
                        q|1|5|2024-05-01|sale
                        """);

        assertThat(NightQuality.of(nights))
                .filteredOn(entry -> entry.test().model().equals("nbd"))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.test().examples()).isEqualTo(1);
                    assertThat(Math.abs(entry.metric().estimate())).isCloseTo(.75, within(1e-9));
                });
    }
}
