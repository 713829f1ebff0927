package io.linkage.model.uplift.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.linkage.TestInputs;
import io.linkage.column.Literals;
import io.linkage.model.registry.ModelEntry;
import io.linkage.model.registry.QualityEntry;
import io.linkage.model.uplift.Cell;
import io.linkage.model.uplift.Counts;
import io.linkage.settings.UpliftSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.score.FeatureCustomer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BuildScoreUpliftTest {
    private static final String HEADER =
            "campaign_key|customer_key|goal_code|group_code|comparison_code|comparison_weight"
                    + "|contact_date|is_closed|segment_code|acquisition_channel_code|recency_level_order|frequency_level_order"
                    + "|spend_level_order|profile_text|has_responded\n";

    @Test
    void customersAreScoredByTheChampionThatWasRecorded() {
        // Of the fans 40 in 100 respond to a contact and 10 without; of the others 10 either way.
        TestInputs in = inputs(contacts(1, "size=big", 40, 10) + contacts(1_001, "size=small", 10, 10));
        List<ModelEntry> models = UpliftModels.of(in);
        Dataset<Row> scores = tonight(in, models);

        assertThat(models.get(0).fit().role()).isEqualTo(Model.CHAMPION);
        assertThat(models.get(0).fit().status()).isEqualTo("DIFFERS");
        Row fan = scores.where("customer_key = 1").first();
        assertThat(fan.<String>getAs("action_code")).isEqualTo("keep");
        assertThat(fan.<Double>getAs("uplift_share")).isCloseTo(.3, within(.03));
        assertThat(scores.where("customer_key = 3").count())
                .as("scores of a customer whom the source dropped")
                .isZero();
        assertThat(scores.where("customer_key = 2").first().<Double>getAs("uplift_share"))
                .isCloseTo(0, within(.03));
        assertThat(fan.<Long>getAs("group_contact_count")).isEqualTo(800);
        assertThat(fan.<Double>getAs("group_uplift_share")).isCloseTo(.15, within(1e-9));
        assertThat(fan.<Double>getAs("group_low_share")).isBetween(.09, .11);
        List<QualityEntry> quality = UpliftQuality.of(in);
        assertThat(quality.stream()
                        .filter(entry -> entry.metric().code().equals("qini"))
                        .map(entry -> entry.test().model()))
                .containsExactlyInAnyOrder("random", "response-model", "transformed-outcome", "two-models");
    }

    @Test
    void withoutAControlGroupNobodyIsScoredAndTheReasonIsRecorded() {
        TestInputs in = inputs(contacts(1, "size=big", 40, 10).replaceAll("(?m)^.*control.*\n", ""));
        List<ModelEntry> models = UpliftModels.of(in);

        assertThat(models).hasSize(1);
        assertThat(models.get(0).fit().role()).isEqualTo(Model.REFUSED);
        assertThat(models.get(0).fit().reason()).contains("Nobody was held back");
        assertThat(tonight(in, models).count()).isZero();
    }

    @Test
    void whoseResponseIsNotKnownDidNotFailToRespond() {
        String silent = contacts(2, 5_001, 100, 100, 20).replaceAll("(?m)\\|(true|false)$", "|");
        String told = contacts(1, 1, 100, 100, 20);

        assertThat(silent).isNotEqualTo(contacts(2, 5_001, 100, 100, 20));
        assertThat(UpliftCells.of(inputs(told + silent)).get(0).cells())
                .isEqualTo(UpliftCells.of(inputs(told)).get(0).cells());
    }

    /** One holds back a tenth of those of whom 5 in 100 respond, the other half of those of whom 20 do: contacts change nothing. */
    @Test
    void campaignsThatHoldBackOtherSharesOfOtherCustomersShowNoEffectWhereThereIsNone() {
        String few = contacts(1, 1, 1_800, 200, 5);
        String many = contacts(2, 10_001, 1_000, 1_000, 20);
        String withoutControl = contacts(3, 20_001, 1_000, 0, 60);

        UpliftCells all = UpliftCells.of(inputs(few + many + withoutControl)).get(0);
        Counts treated = all.cells().stream().map(Cell::treated).reduce(Counts.NONE, Counts::plus);
        Counts control = all.cells().stream().map(Cell::control).reduce(Counts.NONE, Counts::plus);

        assertThat(treated.rate() - control.rate()).isCloseTo(0, within(1e-9));
        assertThat(treated.contacts()).isEqualTo(2_800);
        assertThat(treated.weight()).isCloseTo(2_800, within(1e-6));
        assertThat(control.weight()).isCloseTo(1_200, within(1e-6));
    }

    private static Dataset<Row> tonight(TestInputs in, List<ModelEntry> models) {
        return in.with(
                        Model.TABLE,
                        Literals.rows(
                                in.one(),
                                Model.TABLE,
                                models.stream()
                                        .map(entry -> entry.row(in.asOf()))
                                        .toList()))
                .build(BuildScoreUplift.BUILD)
                .localCheckpoint();
    }

    private static TestInputs inputs(String contacts) {
        return TestInputs.asOf("2024-06-30")
                .with(new UpliftSettings(20, 5, .001, List.of("size")))
                .with(FeatureCampaign.TABLE, HEADER + contacts)
                .with(FeatureCustomer.TABLE, """
                        customer_key|last_purchase_date|purchase_day_count|net_revenue_amount
                        1|2024-06-01|3|50.00
                        2||0|0.00
                        3|2024-06-01|3|50.00
                        """)
                .with(DimCustomer.TABLE, """
                        customer_key|segment_code|acquisition_channel_code|is_current|is_deleted
                        1|x|search|true|false
                        2|x|search|true|false
                        3|x|search|true|true
                        """)
                .with(FctCustomerAttribute.TABLE, """
                        customer_source_id|customer_key|attribute_code|observed_date|attribute_text
                        a|1|size|2024-01-01|small
                        a|1|size|2024-02-01|big
                        b|2|size|2024-02-01|small
                        """);
    }

    /** So many treated and held back, of whom alike so many in a hundred respond. */
    private static String contacts(int campaign, int firstKey, int treated, int control, int percent) {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < treated + control; at++) {
            boolean responds = (at < treated ? at : at - treated) % 100 < percent;
            lines.append("%d|%d|keep|%s|compared|1.0|2024-03-01|true|x|search|5|1|3|size=big|%s%n"
                    .formatted(campaign, firstKey + at, at < treated ? "treated" : "control", responds));
        }
        return lines.toString();
    }

    /** 200 treated and 200 held back, of whom so many in a hundred respond. */
    private static String contacts(int firstKey, String profile, int treated, int control) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < 400; at++) {
            boolean isTreated = at % 2 == 0;
            boolean responds = at / 2 % 100 < (isTreated ? treated : control);
            lines.add("1|" + (firstKey + at) + "|keep|" + (isTreated ? "treated" : "control")
                    + "|compared|1.0|2024-03-01|true|x|search|5|1|3|" + profile + "|" + responds);
        }
        return String.join("\n", lines) + "\n";
    }
}
