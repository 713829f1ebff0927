package io.linkage.model.win.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.churn.spark.Chances;
import io.linkage.model.clv.spark.NextPurchase;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.score.ScoreProspect;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Scores prospects: their chance of becoming a customer, what one like them is worth, and what winning one costs. */
public final class BuildScoreProspect {
    public static final Build BUILD = Build.of(ScoreProspect.TABLE)
            .reads(
                    BuildScoreProspect::from,
                    FeatureChurn.TABLE,
                    FctCustomerAttribute.TABLE,
                    FeatureCustomer.TABLE,
                    DimCustomer.TABLE,
                    ScoreClv.TABLE,
                    Model.TABLE);

    private static final StructType SCORES = new StructType()
            .add(ScoreProspect.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(ScoreProspect.CONVERSION_PROBABILITY.name(), DataTypes.DoubleType)
            .add(
                    ScoreProspect.EXPECTED_VALUE_AMOUNT.name(),
                    ScoreProspect.EXPECTED_VALUE_AMOUNT.domain().type())
            .add(
                    ScoreProspect.ACQUISITION_COST_AMOUNT.name(),
                    ScoreProspect.ACQUISITION_COST_AMOUNT.domain().type());

    private BuildScoreProspect() {}

    static Dataset<Row> from(Inputs in) {
        List<Row> models = in.rows(Model.TABLE).collectAsList();
        return Chances.of(in, models, FeatureChurn.PROSPECT)
                .map(chances -> scored(in, chances, Newcomers.of(in, NextPurchase.from(in, models))))
                .orElseGet(() -> Literals.rows(in.one(), ScoreProspect.TABLE, List.of()));
    }

    private static Dataset<Row> scored(Inputs in, Chances chances, Newcomers newcomers) {
        Column net = ScoreProspect.EXPECTED_VALUE_AMOUNT
                .col()
                .minus(coalesce(
                        ScoreProspect.ACQUISITION_COST_AMOUNT.col(),
                        lit(0).cast(ScoreProspect.ACQUISITION_COST_AMOUNT
                                .domain()
                                .type())));
        Column expected = net.cast("double").multiply(ScoreProspect.CONVERSION_PROBABILITY.col());
        return ScoreProspect.TABLE.shape(chances.customers()
                .select(
                        FeatureChurn.CUSTOMER_KEY.col(),
                        FeatureChurn.SEGMENT_CODE.col(),
                        FeatureChurn.ACQUISITION_CHANNEL_CODE.col(),
                        col(Chances.CHANCE))
                .map(scoring(newcomers), Encoders.row(SCORES))
                .withColumn(ScoreProspect.AS_OF_DATE.name(), Days.day(in.asOf()))
                .withColumn(ScoreProspect.MODEL_CODE.name(), lit(chances.model()))
                .withColumn(ScoreProspect.WINDOW_DAYS.name(), lit(chances.windowDays()))
                .withColumn(
                        ScoreProspect.EXPECTED_NET_VALUE_AMOUNT.name(),
                        ScoreProspect.EXPECTED_NET_VALUE_AMOUNT.is(Money.cents(expected.cast("decimal(24,6)")))));
    }

    private static MapFunction<Row, Row> scoring(Newcomers newcomers) {
        return row -> {
            Newcomers.Worth worth = newcomers.of(row.getString(1), row.getString(2));
            return RowFactory.create(row.getLong(0), row.getDouble(3), worth.value(), worth.cost());
        };
    }
}
