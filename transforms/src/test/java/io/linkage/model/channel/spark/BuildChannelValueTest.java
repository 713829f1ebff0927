package io.linkage.model.channel.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.settings.ChannelSettings;
import io.linkage.settings.ReportingSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctTouchpoint;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Paths search display order, search nothing, display blank order, blank nothing, and one that may still lead to an order. */
class BuildChannelValueTest {
    private static final String TOUCHES = """
            touchpoint_id|customer_key|touch_date|touched_at|channel_code|journey_stage_code
            t1|1|2024-03-01|2024-03-01 10:00:00|search|orient
            t2|1|2024-03-02|2024-03-02 10:00:00|display|compare
            t3|1|2024-04-20|2024-04-20 10:00:00|search|orient
            t4|2|2024-03-01|2024-03-01 10:00:00|display|orient
            t5|2|2024-03-01|2024-03-01 11:00:00||compare
            t6|3|2024-03-01|2024-03-01 10:00:00||
            t7|3|2024-06-20|2024-06-20 10:00:00|search|orient
            t8|0|2024-03-01|2024-03-01 10:00:00|search|orient
            """;
    private static final String ORDERS = """
            order_id|line_number|customer_key|order_date|ordered_at|line_type_code|channel_code|net_revenue_amount|cost_amount
            o1|1|1|2024-03-02|2024-03-02 00:00:00|sale||20.00|8.00
            o1|2|1|2024-03-02|2024-03-02 00:00:00|sale||10.00|4.00
            o2|1|2|2024-03-09|2024-03-09 09:00:00|sale||9.00|3.00
            o3|1|4|2024-03-09|2024-03-09 09:00:00|sale||9.00|3.00
            """;

    private static Dataset<Row> values;

    @BeforeAll
    static void build() {
        values = TestInputs.asOf("2024-06-30")
                .with(FctTouchpoint.TABLE, TOUCHES)
                .with(FctOrderLine.TABLE, ORDERS)
                .build(BuildChannelValue.BUILD)
                .localCheckpoint();
    }

    @Test
    void ordersAndTheirMarginAreSharedOutWhole() {
        assertThat(shown("shapley")).containsExactly("Unknown|4|0.5|3.00", "display|4|1.0|12.00", "search|4|0.5|9.00");
        assertThat(shown("first-touch")).containsExactly("display|4|1.0|6.00", "search|4|1.0|18.00");
        assertThat(shown("last-touch")).containsExactly("Unknown|4|1.0|6.00", "display|4|1.0|18.00");
        Row sums = values.where("measure_code = 'markov'")
                .selectExpr("round(sum(metric_estimate), 6)", "sum(value_amount)")
                .first();
        assertThat(sums.mkString("|")).isEqualTo("2.0|24.00");
    }

    @Test
    void removalEffectsAreThoseOfTheChainOfTheseTouches() {
        // From search 1/2 to display, from display 1/2 to an order and 1/2 to the blank one, which leads to one in 1/2.
        // p(blank) = 1/2, p(display) = 3/4, p(search) = 3/8; start 2/4 search, 1/4 display, 1/4 blank: 1/2.
        // Without display: 1/4 1/2 = 1/8; without the blank one: 1/2 1/4 + 1/4 1/2 = 1/4.
        assertThat(shown("removal-effect"))
                .containsExactly("Unknown|4|0.5|null", "display|4|0.75|null", "search|4|0.375|null");
    }

    @Test
    void touchesAreCountedByStageThoseOfNobodyKnownToo() {
        assertThat(TableRows.lines(
                        values.where("measure_code = 'touch' and channel_code = 'search'"),
                        "journey_stage_code",
                        "metric_estimate",
                        "customer_count"))
                .containsExactly("all|4.0|2", "orient|4.0|2");
        assertThat(values.where("journey_stage_code = 'Missing'").count()).isEqualTo(1);
    }

    @Test
    void whatTouchedAfterTheHourOfAnOrderDidNotLeadToIt() {
        // Both are touched at nine and at eleven; one buys at ten, the other's order has the date alone: midnight in
        // Berlin.
        Dataset<Row> paths = TestInputs.asOf("2024-06-30")
                .with(new ReportingSettings(Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin")))
                .with(FctTouchpoint.TABLE, """
                        touchpoint_id|customer_key|touch_date|touched_at|channel_code
                        t1|1|2024-03-02|2024-03-02 08:00:00|search
                        t2|1|2024-03-02|2024-03-02 10:00:00|display
                        t3|2|2024-03-02|2024-03-02 08:00:00|mail
                        t4|2|2024-03-02|2024-03-02 10:00:00|store
                        """)
                .with(FctOrderLine.TABLE, """
                        order_id|line_number|customer_key|order_date|ordered_at|line_type_code|net_revenue_amount|cost_amount
                        o1|1|1|2024-03-02|2024-03-02 09:00:00|sale|9.00|3.00
                        o2|1|2|2024-03-02|2024-03-01 23:00:00|sale|9.00|3.00
                        """)
                .build(BuildChannelValue.BUILD);

        assertThat(TableRows.lines(
                        paths.where("measure_code = 'last-touch'"), "channel_code", "path_count", "metric_estimate"))
                .containsExactly("search|3|1.0", "store|3|1.0");
    }

    @Test
    void whatCameBackUnderTheNumberOfAnOrderIsTakenOffIt() {
        Dataset<Row> paths = TestInputs.asOf("2024-06-30")
                .with(FctTouchpoint.TABLE, """
                        touchpoint_id|customer_key|touch_date|touched_at|channel_code
                        t1|1|2024-03-01|2024-03-01 08:00:00|search
                        t2|2|2024-03-01|2024-03-01 08:00:00|display
                        t3|3|2024-03-01|2024-03-01 08:00:00|mail
                        """)
                .with(FctOrderLine.TABLE, """
                        order_id|line_number|customer_key|order_date|ordered_at|line_type_code|net_original|net_revenue_amount|cost_amount
                        o1|1|1|2024-03-02|2024-03-02 09:00:00|sale|50.00|50.00|20.00
                        o1|2|1|2024-03-20|2024-03-20 09:00:00|return|-20.00|-20.00|-8.00
                        o2|1|2|2024-03-02|2024-03-02 09:00:00|sale|55.00|50.00|20.00
                        o2|2|2|2024-03-03|2024-03-03 09:00:00|return|-55.00|-49.00|-20.00
                        o3|1|3|2024-03-02|2024-03-02 09:00:00|sale|50.00|50.00|20.00
                        o4|1|3|2024-03-03|2024-03-03 09:00:00|return|-50.00|-50.00|-20.00
                        """)
                .build(BuildChannelValue.BUILD);

        // Thirty less the twelve that came back; the order of the second is undone, at another rate; a return by itself
        // is not taken
        // off.
        assertThat(TableRows.lines(
                        paths.where("measure_code = 'last-touch'"),
                        "channel_code",
                        "path_count",
                        "metric_estimate",
                        "value_amount"))
                .containsExactly("mail|3|1.0|30.00", "search|3|1.0|18.00");
    }

    @Test
    void whoTookAChannelUpIsComparedWithCustomersAlikeWhoDidNot() {
        // Forty buy in the shop in the first spell; ten of them come to the website in the second, and bring 5 more
        // after.
        List<String> lines = new ArrayList<>(List.of(ORDERS.lines().findFirst().orElseThrow()));
        List<String> touches =
                new ArrayList<>(List.of(TOUCHES.lines().findFirst().orElseThrow()));
        List<String> people = new ArrayList<>(List.of("customer_key|segment_code|valid_from|valid_to"));
        for (int key = 1; key <= 40; key++) {
            // Who came to the website is put into another segment for it, some on the day after the first spell.
            people.add(key + "|x|1900-01-01|" + (key > 10 ? "9999-12-31" : key > 5 ? "2024-04-15" : "2024-01-03"));
            if (key <= 10) {
                people.add(key + "|online|" + (key > 5 ? "2024-04-15" : "2024-01-03") + "|9999-12-31");
            }
            lines.add(order(key, "a", "2023-11-01", "20.00"));
            lines.add(order(key, "c", "2024-05-01", (key <= 10 ? 25 : 20) + key % 2 + ".00"));
            // What ten of them bring back to a desk, or have corrected there, is no use of it.
            if (key > 30) {
                lines.add("r" + order(key, "b", "2024-03-01", "0.00").replace("sale|shop", "return|desk"));
                lines.add("j" + order(key, "b", "2024-03-01", "0.00").replace("sale|shop", "adjustment|desk"));
            }
            touches.add("s" + key + "|" + key + "|2024-02-01|2024-02-01 10:00:00|store|");
            if (key <= 10) {
                touches.add("w" + key + "|" + key + "|2024-03-01|2024-03-01 10:00:00|website|");
            }
        }
        Dataset<Row> changes = TestInputs.asOf("2024-06-30")
                .with(new ChannelSettings(365, 30, 90, 10))
                .with(DimCustomer.TABLE, String.join("\n", people))
                .with(FctTouchpoint.TABLE, String.join("\n", touches))
                .with(FctOrderLine.TABLE, String.join("\n", lines))
                .build(BuildChannelValue.BUILD)
                .where("measure_code in ('adopt', 'change', 'drop')")
                .localCheckpoint();

        assertThat(TableRows.lines(
                        changes,
                        "channel_code",
                        "measure_code",
                        "evidence_code",
                        "customer_count",
                        "compared_count",
                        "metric_estimate"))
                .containsExactly(
                        "shop|drop|none|0|0|null", "store|adopt|none|0|0|null", "website|adopt|association|10|30|5.0");
        Row website = changes.where("channel_code = 'website'").first();
        // Each side has the variance of 0 and 1 in equal numbers: 5/18 and 15/58.
        assertThat(website.<Double>getAs("standard_error"))
                .isCloseTo(Math.sqrt(2.5 / 9 / 10 + 7.5 / 29 / 30), org.assertj.core.api.Assertions.within(1e-8));
    }

    private static String order(int key, String id, String day, String margin) {
        return id + key + "|1|" + key + "|" + day + "|" + day + " 09:00:00|sale|shop|" + margin + "|0.00";
    }

    private static List<String> shown(String measure) {
        return TableRows.lines(
                values.where("measure_code = '" + measure + "'"),
                "channel_code",
                "path_count",
                "metric_estimate",
                "value_amount");
    }
}
