package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Observed;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.score.FeatureChurn;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Chances of those who could be won, by the recorded champion of their subject.
 *
 * @param model that made them
 * @param windowDays days from tonight in which a purchase counts
 * @param customers one row per customer: key, segment, acquisition channel, and the chance under {@link #CHANCE}
 */
public record Chances(String model, int windowDays, Dataset<Row> customers) {
    /** The chance of buying in these days. */
    public static final String CHANCE = "_chance";

    private static final StructType COLUMNS = new StructType()
            .add(FeatureChurn.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(FeatureChurn.SEGMENT_CODE.name(), DataTypes.StringType)
            .add(FeatureChurn.ACQUISITION_CHANNEL_CODE.name(), DataTypes.StringType)
            .add(CHANCE, DataTypes.DoubleType);

    /** Of the lapsed customers or prospects of tonight; empty where no model holds. */
    public static Optional<Chances> of(Inputs in, List<Row> models, String population) {
        ChurnSettings settings = in.settings(ChurnSettings.class);
        return RecordedChurn.champion(models, Definition.subjectOf(population))
                .map(RecordedChurn::model)
                .map(model -> new Chances(
                        model.name(),
                        settings.gapDays() + settings.windowDays(),
                        Examples.of(in, population)
                                .filter(FeatureChurn.IS_SCORED.col())
                                .map(scoring(model.scorer(Examples.LAYOUT)), Encoders.row(COLUMNS))));
    }

    private static MapFunction<Row, Row> scoring(ChurnModel.Scorer scorer) {
        return row -> {
            Observed observed = Examples.observed(row);
            return RowFactory.create(
                    row.getLong(0),
                    observed.words().get(FeatureChurn.SEGMENT_CODE.name()),
                    observed.words().get(FeatureChurn.ACQUISITION_CHANNEL_CODE.name()),
                    ChurnModel.published(scorer.probability(observed)));
        };
    }
}
