package io.linkage.jobs.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.SharedData;
import io.linkage.TestInputs;
import io.linkage.contract.Table;
import io.linkage.jobs.TestSpark;
import io.linkage.jobs.feed.Feeds;
import io.linkage.jobs.settings.Companies;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.Source;
import io.linkage.model.campaign.spark.BuildCampaignValue;
import io.linkage.model.campaign.spark.BuildFeatureCampaign;
import io.linkage.settings.CampaignSettings;
import io.linkage.staging.Received;
import io.linkage.staging.Stage;
import io.linkage.table.Tables;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.Special;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.staging.CampaignContact;
import io.linkage.table.staging.OrderLine;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/**
 * The example hillstrom, an e-mail experiment with 64,000 customers, by its own configuration: contacts and orders are staged, and
 * stand in for the facts that a night makes of them.
 */
class HillstromIT {
    private static final String DATE = "2008-03-19";

    /** Visits 7.659 (.339) and 4.523 (.323) points, conversion .681 (.092) and .311 (.082); spend .770 (.145), .424 (.130). */
    @Test
    void bothMailingsHaveTheirEffectsWithTheirErrors() {
        SharedData.file("hillstrom/hillstrom.csv.gz");
        TestSpark.session();
        Company company = Companies.of(Tables.ALL).require(new Example("hillstrom").conf());
        TestInputs in = TestInputs.asOf(DATE)
                .with(company.settings(CampaignSettings.class))
                .with(DimCampaign.TABLE, """
                        campaign_key|campaign_code|goal_code
                        4|mens|grow
                        6|womens|grow
                        """)
                .with(FctCampaignContact.TABLE, contacts(staged(company, CampaignContact.TABLE)))
                .with(FctOrderLine.TABLE, orders(staged(company, OrderLine.TABLE)));
        in.with(DimCustomer.TABLE, customers(in));
        List<Row> values = in.with(
                        FeatureCampaign.TABLE,
                        in.build(BuildFeatureCampaign.BUILD).localCheckpoint())
                .build(BuildCampaignValue.BUILD)
                .where("segment_code = 'all'")
                .collectAsList();

        effect(values, "mens", "response", .07659, .00339, 5e-6);
        effect(values, "womens", "response", .04523, .00323, 5e-6);
        effect(values, "mens", "purchase", .00681, .00092, 5e-6);
        effect(values, "womens", "purchase", .00311, .00082, 5e-6);
        effect(values, "mens", "margin", .770, .145, 5e-4);
        effect(values, "womens", "margin", .424, .130, 5e-4);
    }

    private static void effect(
            List<Row> values, String campaign, String metric, double effect, double error, double digit) {
        Row row = values.stream()
                .filter(value -> value.getAs("campaign_code").equals(campaign))
                .filter(value -> value.getAs("metric_code").equals(metric))
                .findFirst()
                .orElseThrow();
        assertThat(row.<String>getAs("evidence_code")).isEqualTo("experiment");
        assertThat(row.<Double>getAs("effect_estimate")).isCloseTo(effect, within(digit));
        assertThat(row.<Double>getAs("standard_error")).isCloseTo(error, within(digit));
    }

    private static Dataset<Row> staged(Company company, Table table) {
        List<Received> received = company.sources().get(table.feed()).stream()
                .map(source -> received(source))
                .toList();
        return Stage.kept(table, Stage.judged(table, received)).localCheckpoint();
    }

    private static Received received(Source source) {
        Dataset<Row> rows =
                Feeds.read(TestSpark.session(), source, LocalDate.parse(DATE)).rows();
        return new Received(source.name(), source.load(), rows, source.columns(), source.each(), source.formats());
    }

    private static Column key() {
        return functions.substring_index(col("customer_source_id"), "-", -1).cast("bigint");
    }

    private static Dataset<Row> contacts(Dataset<Row> rows) {
        return shaped(
                rows.withColumn("campaign_key", functions.length(col("campaign_code")))
                        .withColumn("customer_key", key())
                        .withColumn("customer_sk", key())
                        .withColumn("contact_date", to_date(col("contacted_at"))),
                FctCampaignContact.TABLE);
    }

    private static Dataset<Row> orders(Dataset<Row> rows) {
        return shaped(
                rows.withColumn("customer_key", key())
                        .withColumn("order_date", to_date(col("ordered_at")))
                        .withColumn("net_revenue_amount", col("unit_price")),
                FctOrderLine.TABLE);
    }

    private static Dataset<Row> customers(TestInputs in) {
        return shaped(
                in.rows(FctCampaignContact.TABLE)
                        .select("customer_key", "customer_sk")
                        .distinct()
                        .withColumn("segment_code", lit(Special.MISSING.text()))
                        .withColumn("acquisition_channel_code", lit(Special.MISSING.text()))
                        .withColumn("is_deleted", lit(false))
                        .withColumn("is_current", lit(true)),
                DimCustomer.TABLE);
    }

    /** The columns of a table, those that the test does not need empty. */
    private static Dataset<Row> shaped(Dataset<Row> rows, Table table) {
        List<String> given = List.of(rows.columns());
        return rows.select(table.fields().stream()
                .map(field -> given.contains(field.name()) ? field.is(field.col()) : field.unknown())
                .toArray(Column[]::new));
    }
}
