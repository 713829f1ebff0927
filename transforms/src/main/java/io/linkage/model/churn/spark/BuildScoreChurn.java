package io.linkage.model.churn.spark;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.churn.ChurnModel;
import io.linkage.model.churn.Hazard;
import io.linkage.model.churn.Observed;
import io.linkage.model.churn.Reasons;
import io.linkage.model.churn.Snapshots;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.ScoreChurn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
            .add(ScoreChurn.HORIZON_CHURN_PROBABILITY.name(), DataTypes.DoubleType)
            .add(ScoreChurn.MEDIAN_CHURN_DAYS.name(), DataTypes.IntegerType)
            .add(ScoreChurn.FIRST_REASON_CODE.name(), DataTypes.StringType)
            .add(ScoreChurn.SECOND_REASON_CODE.name(), DataTypes.StringType)
            .add(ScoreChurn.THIRD_REASON_CODE.name(), DataTypes.StringType);

    private BuildScoreChurn() {}

    static Dataset<Row> from(Inputs in) {
        List<Row> models = in.rows(Model.TABLE).collectAsList();
        Optional<RecordedChurn> champion = RecordedChurn.champion(models);
        if (champion.isEmpty()) {
            return Literals.rows(in.one(), ScoreChurn.TABLE, List.of());
        }
        ChurnSettings settings = in.settings(ChurnSettings.class);
        ChurnModel model = champion.get().model();
        String definition = champion.get().subject().substring(ChurnModels.SUBJECT.length());
        Optional<Hazard> hazard = HazardModels.champion(models, definition);
        Snapshots snapshots = new Snapshots(in.asOf(), settings.gapDays(), settings.windowDays(), settings.snapshots());
        Dataset<Row> scores = Examples.of(in)
                .filter(FeatureChurn.IS_SCORED.col())
                .map(scoring(model.scorer(Examples.LAYOUT), hazard, snapshots), Encoders.row(SCORES));
        boolean stated = definition.equals(FeatureChurn.STATED);
        Integer horizon = hazard.map(known -> snapshots.daysTo(known.windows())).orElse(null);
        return ScoreChurn.TABLE.shape(scores.withColumns(Map.of(
                ScoreChurn.AS_OF_DATE.name(), Days.day(in.asOf()),
                ScoreChurn.DEFINITION_CODE.name(), functions.lit(definition),
                ScoreChurn.MODEL_CODE.name(), functions.lit(model.name()),
                ScoreChurn.HORIZON_DAYS.name(), ScoreChurn.HORIZON_DAYS.is(horizon),
                ScoreChurn.GAP_DAYS.name(), ScoreChurn.GAP_DAYS.is(stated ? null : settings.gapDays()),
                ScoreChurn.WINDOW_DAYS.name(), ScoreChurn.WINDOW_DAYS.is(stated ? null : settings.windowDays()))));
    }

    private static MapFunction<Row, Row> scoring(
            ChurnModel.Scorer scorer, Optional<Hazard> hazard, Snapshots snapshots) {
        // An Optional does not travel to executors.
        Hazard later = hazard.orElse(null);
        return row -> {
            Observed observed = Examples.observed(row);
            List<String> reasons = Reasons.of(scorer, observed, REASONS);
            double chance = ChurnModel.published(scorer.probability(observed));
            return RowFactory.create(
                    row.getLong(0),
                    chance,
                    later == null ? null : ChurnModel.published(later.chance(chance)),
                    later == null ? null : median(later, chance, snapshots),
                    reason(reasons, 0),
                    reason(reasons, 1),
                    reason(reasons, 2));
        };
    }

    private static Integer median(Hazard hazard, double chance, Snapshots snapshots) {
        OptionalInt window = hazard.median(chance);
        return window.isPresent() ? snapshots.daysTo(window.getAsInt()) : null;
    }

    private static String reason(List<String> reasons, int place) {
        return place < reasons.size() ? reasons.get(place) : null;
    }
}
