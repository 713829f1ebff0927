package io.linkage.model.churn.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TableRows;
import io.linkage.TestInputs;
import io.linkage.TestSession;
import io.linkage.model.BuildModel;
import io.linkage.model.quality.spark.BuildModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HazardModelsTest {
    @AfterEach
    void backToTwoParts() {
        TestSession.spark().conf().set("spark.sql.shuffle.partitions", "2");
    }

    /** Three windows of 90 days after a gap of 7 follow one another; too few stay until the third for it to be learned. */
    @Test
    void whenCustomersLeaveIsLearnedScoredAndTestedAndTheSameInAnyParts() {
        TestInputs company = Companies.of(900, Companies::ruled);
        Dataset<Row> all = company.build(BuildModel.BUILD).cache();
        List<String> hazard = hazard(all);
        company.with(Model.TABLE, all);

        assertThat(TableRows.lines(
                        all.filter("subject_code like 'hazard%'"), "model_code", "parameter_code", "role_code"))
                .contains("discrete-time-hazard|slope|champion", "discrete-time-hazard|window-02|champion")
                .noneMatch(row -> row.contains("window-03"))
                .anyMatch(row -> row.endsWith("|baseline"));
        Dataset<Row> scores = company.build(BuildScoreChurn.BUILD);
        assertThat(TableRows.lines(scores.select("horizon_days").distinct())).containsExactly("187");
        assertThat(scores.filter("horizon_churn_probability < churn_probability")
                        .count())
                .isZero();
        assertThat(TableRows.lines(scores.filter("churn_probability >= 0.5")
                        .select("median_churn_days")
                        .distinct()))
                .containsExactly("97");
        assertThat(TableRows.lines(
                        company.build(BuildModelQuality.BUILD)
                                .filter("subject_code like 'hazard%' and role_code = 'champion'"),
                        "slice_code",
                        "metric_code"))
                .containsExactly("customer-out|brier", "customer-out|concordance");

        company.with(FeatureChurn.TABLE, company.rows(FeatureChurn.TABLE).orderBy(functions.rand(3)));
        TestSession.spark().conf().set("spark.sql.shuffle.partitions", "7");
        assertThat(hazard(company.build(BuildModel.BUILD))).isEqualTo(hazard);
    }

    private static List<String> hazard(Dataset<Row> models) {
        return TableRows.lines(models.filter("subject_code like 'hazard%'"));
    }
}
