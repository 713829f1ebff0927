package io.linkage.model.clv.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TestInputs;
import io.linkage.table.score.FeatureCustomer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalibrationRowsTest {
    private static final String END = "2024-05-02";
    private static final double STANDARD = 0.7;

    /** Sold for 100 and 50, half of it cost of goods; of the 100 goods for 40 came back: 30 and 25 are left of 150. */
    @Test
    void whatCameBackIsTakenOffTheMarginOfASale() {
        assertThat(marginShare("""
                1|60|-40|30
                2|50|0|25
                """)).isCloseTo(55.0 / 150, within(1e-12));
    }

    @Test
    void withoutSalesTheMarginIsTheStandard() {
        assertThat(marginShare("1|0|0|0\n")).isEqualTo(STANDARD);
    }

    private static double marginShare(String features) {
        TestInputs inputs = TestInputs.asOf(END)
                .with(
                        FeatureCustomer.TABLE,
                        "customer_key|net_revenue_amount|return_amount|margin_amount\n" + features);
        return CalibrationRows.of(inputs.rows(FeatureCustomer.TABLE), LocalDate.parse(END), 91, Resolution.STANDARD)
                .marginShare(STANDARD);
    }
}
