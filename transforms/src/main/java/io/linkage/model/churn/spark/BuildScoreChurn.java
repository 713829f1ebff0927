package io.linkage.model.churn.spark;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Observed;
import io.linkage.model.churn.Reasons;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.ScoreChurn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Scores everyone at risk tonight with the recorded champion, and says what raises each chance. */
public final class BuildScoreChurn {
    public static final Build BUILD = Build.of(ScoreChurn.TABLE)
            .reads(BuildScoreChurn::from, FeatureChurn.TABLE, FctCustomerAttribute.TABLE, Model.TABLE);

    private static final int REASONS = 3;
    private static final StructType SCORES = new StructType()
            .add(ScoreChurn.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(ScoreChurn.CHURN_PROBABILITY.name(), DataTypes.DoubleType)
            .add(ScoreChurn.FIRST_REASON_CODE.name(), DataTypes.StringType)
            .add(ScoreChurn.SECOND_REASON_CODE.name(), DataTypes.StringType)
            .add(ScoreChurn.THIRD_REASON_CODE.name(), DataTypes.StringType);

    private BuildScoreChurn() {}

    static Dataset<Row> from(Inputs in) {
        Optional<RecordedChurn> champion =
                RecordedChurn.champion(in.rows(Model.TABLE).collectAsList());
        if (champion.isEmpty()) {
            return Literals.rows(in.one(), ScoreChurn.TABLE, List.of());
        }
        ChurnSettings settings = in.settings(ChurnSettings.class);
        ChurnModel model = champion.get().model();
        Dataset<Row> scores = Examples.of(in)
                .filter(FeatureChurn.IS_SCORED.col())
                .map(scoring(model.scorer(Examples.LAYOUT)), Encoders.row(SCORES));
        boolean stated = champion.get().subject().endsWith(FeatureChurn.STATED);
        return ScoreChurn.TABLE.shape(scores.withColumns(Map.of(
                ScoreChurn.AS_OF_DATE.name(), Days.day(in.asOf()),
                ScoreChurn.DEFINITION_CODE.name(),
                        functions.lit(champion.get().subject().substring(ChurnModels.SUBJECT.length())),
                ScoreChurn.MODEL_CODE.name(), functions.lit(model.name()),
                ScoreChurn.GAP_DAYS.name(), ScoreChurn.GAP_DAYS.is(stated ? null : settings.gapDays()),
                ScoreChurn.WINDOW_DAYS.name(), ScoreChurn.WINDOW_DAYS.is(stated ? null : settings.windowDays()))));
    }

    private static MapFunction<Row, Row> scoring(ChurnModel.Scorer scorer) {
        return row -> {
            Observed observed = Examples.observed(row);
            List<String> reasons = Reasons.of(scorer, observed, REASONS);
            return RowFactory.create(
                    row.getLong(0),
                    ChurnModel.published(scorer.probability(observed)),
                    reason(reasons, 0),
                    reason(reasons, 1),
                    reason(reasons, 2));
        };
    }

    private static String reason(List<String> reasons, int place) {
        return place < reasons.size() ? reasons.get(place) : null;
    }
}
