package io.linkage.jobs.publish;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

class ModelCardTest {
    private static final Row PLAN = row(
            Model.TABLE,
            Map.of(
                    Model.AS_OF_DATE,
                    Date.valueOf("2024-06-30"),
                    Model.MODEL_CODE,
                    "logistic",
                    Model.PARAMETER_CODE,
                    "plan=b",
                    Model.STATUS_CODE,
                    "FITTED",
                    Model.REASON,
                    "Left out: mood (leak).",
                    Model.PARAMETER_ESTIMATE,
                    .51234,
                    Model.STANDARD_ERROR,
                    .1,
                    Model.EVENT_COUNT,
                    1869L,
                    Model.CALIBRATION_END_DATE,
                    Date.valueOf("2024-06-29")));
    private static final Row CURVE =
            row(Model.TABLE, Map.of(Model.PARAMETER_CODE, "calibration-curve", Model.PARAMETER_TEXT, "0:0.5"));

    @Test
    void aCardSaysWhatIsForecastFromWhatHowWellBesideTheNaiveForecastAndItsLimits() {
        Row area = row(
                ModelQuality.TABLE,
                Map.ofEntries(
                        entry(ModelQuality.MODEL_CODE, "logistic"),
                        entry(ModelQuality.ROLE_CODE, "champion"),
                        entry(ModelQuality.SLICE_CODE, "repeated-split"),
                        entry(ModelQuality.PART_CODE, "all"),
                        entry(ModelQuality.METRIC_CODE, "auc"),
                        entry(ModelQuality.EXAMPLE_COUNT, 7043L),
                        entry(ModelQuality.METRIC_ESTIMATE, .85),
                        entry(ModelQuality.LOW_ESTIMATE, .84),
                        entry(ModelQuality.HIGH_ESTIMATE, .86),
                        entry(ModelQuality.BASELINE_MODEL_CODE, "tenure-alone"),
                        entry(ModelQuality.BASELINE_ESTIMATE, .74)));

        ModelCard card = new ModelCard("churn-stated", List.of(PLAN, CURVE), List.of(area));

        assertThat(card.file()).isEqualTo("churn-stated.md");
        assertThat(card.text())
                .contains("# Model card: churn-stated", "none of the customer's contracts runs any more")
                .contains("| last day whose events it learned from | 2024-06-29 |", "| events among them | 1869 |")
                .contains("Left out: mood (leak).")
                .contains("| repeated-split | all | auc | logistic | champion | 0.8500 | 0.8400 to 0.8600 | 7043 |"
                        + " tenure-alone | 0.7400 |")
                .contains("| plan=b | 0.5123 | 0.1000 |")
                .contains("One snapshot does not tell how the model ages.")
                .doesNotContain("calibration-curve");
    }

    @Test
    void aModelThatNothingHasHappenedToSinceSaysSo() {
        ModelCard card = new ModelCard("contract-a/b", List.of(PLAN), List.of());

        assertThat(card.file()).isEqualTo("contract-a_b.md");
        assertThat(card.text()).contains("Nothing has happened yet that it could be held against.");
    }

    private static Row row(Table table, Map<Field, Object> values) {
        return new GenericRowWithSchema(table.fields().stream().map(values::get).toArray(), table.schema());
    }
}
