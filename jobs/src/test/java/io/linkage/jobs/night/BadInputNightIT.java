package io.linkage.jobs.night;

import static io.linkage.jobs.night.WarehouseRows.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.jobs.TestSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input of all silos in whole nights: what can be answered is published with its issues, the rest stops the night. */
class BadInputNightIT {
    private static final String VISIT = "order_id,ordered_at,quantity,unit_price";
    private static final String VISITS = """
            v1,2026-05-01 09:00:00,1,5.00
            v2,2026-05-01 10:00:00,1,7.00
            """;
    private static final String CONTRACT =
            "subscription_id,started_date,ended_date,customer_source_id,monthly_price,currency_code";

    @TempDir
    Path home;

    private Bakery bakery;
    private Path warehouse;

    @BeforeEach
    void openTheBakery() throws IOException {
        TestSpark.session();
        bakery = new Bakery(home.resolve("bakery"));
        warehouse = home.resolve("warehouse");
    }

    @Test
    void publishesWhatCanBeAnsweredAndShowsEveryIssue() throws IOException {
        bakery.feed("subscription", "full", CONTRACT, """
                s,2026-01-01,2026-04-01,k1,9.00,
                s,2026-03-01,,k1,10.00,EUR
                t,2026-01-01,,k2,10.00,USD
                u,2026-01-01,,k2,10.00,EUR
                v,2026-01-01,,k2,10.00,XYZ
                """);
        bakery.feed("fx_rate", "full", "currency_code,rate_date,fx_rate", "USD,2025-01-01,0.9\n");
        bakery.feed(
                "employee",
                "full",
                "employee_source_id,started_date,ended_date,unit_source_id,parent_unit_source_id",
                """
                e,2026-01-01,2026-02-01,north,south
                f,2026-01-01,,south,north
                g,2026-01-01,2026-02-01,east,south
                g,2026-01-15,,south,north
                """);
        bakery.feed("interaction", "full", "interaction_id,customer_source_id,employee_source_id,contacted_at", """
                i1,k1,e,2026-04-01 10:00:00
                i2,k1,g,2026-04-01 10:00:00
                i3,k9,,2026-04-01 10:00:00
                """);
        bakery.feed("consent", "full", "customer_source_id,purpose_code,decided_at,decision_code", """
                k1,mail,2026-04-01 10:00:00,granted
                k1,mail,2026-04-01 10:00:00,revoked
                """);
        bakery.feed("campaign_contact", "full", "campaign_code,customer_source_id,contacted_at,group_code", """
                spring,k1,2026-04-01 10:00:00,treated
                """);
        bakery.feed("activity_cost", "full", "activity_code,month_date,driver_code,cost_amount", """
                calls,2026-02-01,contacts,90.00
                calls,2026-04-01,contacts,90.00
                """);

        assertThat(bakery.night(warehouse, "2026-05-03")).as(bakery.said()).isZero();
        assertThat(lines(released("ops_data_issue")
                        .selectExpr("table_name", "issue_code", "subject_code", "row_count", "is_tolerated")))
                .containsExactly(
                        "dim_campaign|member-inferred|all|1|true",
                        "dim_customer|member-inferred|all|1|true",
                        "dim_org_unit|unit-circle|north|1|true",
                        "dim_org_unit|unit-circle|south|1|true",
                        "fct_campaign_contact|campaign-without-control|spring|1|true",
                        "fct_consent|consent-contradicted|mail|1|true",
                        "fct_cost_to_serve|cost-month-missing|calls 2026-03|1|true",
                        "fct_interaction|employee-without-unit|all|1|true");
        assertThat(lines(released("ops_reconciliation")
                        .where("feed_code in ('employee', 'subscription')")
                        .selectExpr("feed_code", "outcome_code", "reason_code", "row_count", "is_balanced")))
                .containsExactly(
                        "employee|kept|ended_date: OVERLAPS_NEXT|1|true",
                        "employee|kept|none|3|true",
                        "employee|received|none|4|true",
                        "subscription|kept|ended_date: OVERLAPS_NEXT|1|true",
                        "subscription|kept|none|3|true",
                        "subscription|quarantined|currency_code: NO_CURRENCY|1|true",
                        "subscription|received|none|5|true");
    }

    @Test
    void stopsWithoutPublishingWhereTooManyRowsHaveNoRate() throws IOException {
        bakery.feed("subscription", "full", CONTRACT, "s,2026-01-01,,k1,9.00,USD\n");

        assertThat(bakery.night(warehouse, "2026-05-03")).as(bakery.said()).isEqualTo(3);
        assertThat(bakery.said()).contains("ops_data_issue", "exchange rate", "fx_rate");
        assertThat(warehouse.resolve("curated/current")).doesNotExist();
    }

    @Test
    void aFileDeliveredAgainUnderAnotherNameCountsOnce() throws IOException {
        bakery.configuration(Bakery.CONFIGURATION.replaceFirst("(?s)  order_line:.*", ""));
        bakery.feed("order_line", "append", VISIT, VISITS);
        bakery.deliver("order_line", "again.csv", VISIT, VISITS);
        assertThat(bakery.night(warehouse, "2026-05-03")).as(bakery.said()).isZero();
        assertThat(orders("2026-05-03"))
                .containsExactly("duplicate|file: REPEATED|2|true", "kept|none|2|true", "received|none|4|true");

        bakery.deliver("order_line", "later.csv", VISIT, "v3,2026-05-04 09:00:00,1,9.00\n");
        assertThat(bakery.night(warehouse, "2026-05-04")).as(bakery.said()).isZero();
        assertThat(orders("2026-05-04"))
                .containsExactly("duplicate|file: REPEATED|4|true", "kept|none|1|true", "received|none|5|true");
        assertThat(lines(released("mart_customer_equity")
                        .where("as_of_date = '2026-05-04' and movement_code = 'closing'")
                        .groupBy()
                        .sum("net_revenue_amount")))
                .containsExactly("21.00");
    }

    private List<String> orders(String night) {
        return lines(released("ops_reconciliation")
                .where("feed_code = 'order_line' and as_of_date = '" + night + "'")
                .selectExpr("outcome_code", "reason_code", "row_count", "is_balanced"));
    }

    private Dataset<Row> released(String table) {
        return new WarehouseRows(warehouse).released(table);
    }
}
