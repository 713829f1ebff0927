package io.linkage.model.churn.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TestInputs;
import io.linkage.model.registry.QualityEntry;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreChurn;
import org.junit.jupiter.api.Test;

class ScoredNightsTest {
    /** Of four scored on 1 March with a gap of 7 days, 1 ends within it, 2 within the 90 days after it, 3 later, and 4 never. */
    @Test
    void aContractThatEndedWithinTheGapIsNotJudged() {
        TestInputs night = TestInputs.asOf("2024-06-06")
                .with(ScoreChurn.TABLE, """
                        as_of_date|customer_key|churn_definition_code|model_code|churn_probability
                        2024-03-01|1|contract-end|logistic|0.3
                        2024-03-01|2|contract-end|logistic|0.3
                        2024-03-01|3|contract-end|logistic|0.3
                        2024-03-01|4|contract-end|logistic|0.3
                        """)
                .with(FeatureCustomer.TABLE, "customer_key\n1\n2\n3\n4\n")
                .with(FctSubscription.TABLE, """
                        subscription_id|started_date|contract_started_date|ended_date|customer_key|monthly_amount|is_last
                        a|2023-01-01|2023-01-01|2024-03-05|1|10.00|true
                        b|2023-01-01|2023-01-01|2024-04-05|2|10.00|true
                        c|2023-01-01|2023-01-01|2024-09-05|3|10.00|true
                        d|2023-01-01|2023-01-01||4|10.00|true
                        """);

        assertThat(ScoredNights.of(night))
                .isNotEmpty()
                .map(QualityEntry::test)
                .filteredOn(test -> test.part().equals("all"))
                .allMatch(test -> test.examples() == 3 && test.events() == 1);
    }

    /** Since 1 March the records of 2 went to 1, one of 3 became 4, and a new one joined 5, who buys by it. */
    @Test
    void whoMergedOrSplitSinceIsNotJudged() {
        TestInputs night = TestInputs.asOf("2024-06-06")
                .with(ScoreChurn.TABLE, """
                        as_of_date|customer_key|churn_definition_code|model_code|churn_probability
                        2024-03-01|1|no-purchase|logistic|0.3
                        2024-03-01|2|no-purchase|logistic|0.3
                        2024-03-01|3|no-purchase|logistic|0.3
                        2024-03-01|5|no-purchase|logistic|0.3
                        """)
                .with(FeatureCustomer.TABLE, "customer_key\n1\n3\n4\n5\n")
                .withEarlier(CustomerIdentity.TABLE, "customer_source_id|customer_key\na|1\nb|2\nc|3\nd|3\ne|5\n")
                .with(CustomerIdentity.TABLE, "customer_source_id|customer_key\na|1\nb|1\nc|3\nd|4\ne|5\nf|5\n")
                .with(FctOrderLine.TABLE, """
                        customer_key|order_date|line_type_code
                        1|2024-04-01|sale
                        5|2024-04-01|sale
                        """);

        assertThat(ScoredNights.of(night))
                .isNotEmpty()
                .map(QualityEntry::test)
                .filteredOn(test -> test.part().equals("all"))
                .allMatch(test -> test.examples() == 1 && test.events() == 0);
    }
}
