package io.linkage.model.clv.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.contract.spark.ContractValues;
import io.linkage.model.value.spark.NetValue;
import io.linkage.model.value.spark.PromoterValue;
import io.linkage.settings.ClvSettings;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores every buyer with the champion of the night, a pure function of the history, and every running contract with its own. */
public final class BuildScoreClv {
    public static final Build BUILD = Build.of(ScoreClv.TABLE)
            .reads(
                    BuildScoreClv::from,
                    FeatureCustomer.TABLE,
                    Model.TABLE,
                    FctSubscription.TABLE,
                    DimCustomer.TABLE,
                    FctCostToServe.TABLE,
                    DimCampaign.TABLE);

    private static final String[] CUSTOMER = {ScoreClv.CUSTOMER_KEY.name()};
    private static final String SCORES = "_scores";
    private static final List<Field> FEATURES = Stream.of(
                    List.of(FeatureCustomer.CUSTOMER_KEY), PurchaseScores.HISTORY, NetValue.FEATURES)
            .flatMap(List::stream)
            .toList();
    private static final List<Field> FORECASTS = List.of(
            ScoreClv.MODEL_CODE,
            ScoreClv.ALIVE_PROBABILITY,
            ScoreClv.EXPECTED_PURCHASES,
            ScoreClv.EXPECTED_SPEND_AMOUNT,
            ScoreClv.CLV_AMOUNT,
            ScoreClv.CLV_LOW_AMOUNT,
            ScoreClv.CLV_HIGH_AMOUNT,
            ScoreClv.RESIDUAL_VALUE_AMOUNT,
            ScoreClv.CONTRACT_MODEL_CODE,
            ScoreClv.CONTRACT_VALUE_AMOUNT,
            ScoreClv.EXPECTED_RENEWALS);

    private BuildScoreClv() {}

    static Dataset<Row> from(Inputs in) {
        List<Row> models = in.rows(Model.TABLE).collectAsList();
        return valued(in, models)
                .map(customers -> ScoreClv.TABLE.shape(PromoterValue.of(in, NetValue.of(in, customers))
                        .withColumn(ScoreClv.AS_OF_DATE.name(), Days.day(in.asOf()))
                        .withColumn(
                                ScoreClv.HORIZON_MONTHS.name(),
                                lit(in.settings(ClvSettings.class).horizonMonths()))))
                .orElseGet(() -> Literals.rows(in.one(), ScoreClv.TABLE, List.of()));
    }

    /**
     * What customers are worth by the models of any night, before costs, beside the features that it and costs rest on; empty
     * where the models hold none.
     */
    static Optional<Dataset<Row>> valued(Inputs in, List<Row> models) {
        Optional<FittedModel> champion = FittedModel.from(models);
        Optional<Dataset<Row>> contracts = ContractValues.of(in, models);
        return champion.isEmpty() && contracts.isEmpty()
                ? Optional.empty()
                : Optional.of(together(purchases(in, champion), contracts));
    }

    /** Everyone whom a source still has, with what their purchases are worth: one pass over the features, which stay beside it. */
    private static Dataset<Row> purchases(Inputs in, Optional<FittedModel> champion) {
        Dataset<Row> customers = in.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.isKnown())
                .select(FEATURES.stream().map(Field::col).toArray(Column[]::new));
        if (champion.isEmpty()) {
            return customers;
        }
        String model = champion.get().model().purchases().name();
        Column isBuyer = FeatureCustomer.AGE_WEEKS.col().isNotNull();
        return customers
                .withColumn(SCORES, PurchaseScores.of(in, champion.get()))
                .select(col("*"), col(SCORES + ".*"), ScoreClv.MODEL_CODE.is(when(isBuyer, lit(model))))
                .drop(SCORES);
    }

    /** A customer is worth what purchases and running contracts are worth together; who has neither is left out. */
    private static Dataset<Row> together(Dataset<Row> purchases, Optional<Dataset<Row>> contracts) {
        Dataset<Row> all =
                contracts.map(held -> purchases.join(held, CUSTOMER, "left")).orElse(purchases);
        for (Field field : FORECASTS) {
            all = List.of(all.columns()).contains(field.name()) ? all : all.withColumn(field.name(), field.unknown());
        }
        Column bought = ScoreClv.MODEL_CODE.col().isNotNull();
        Column held = ScoreClv.CONTRACT_MODEL_CODE.col().isNotNull();
        Column basis = when(bought.and(held), ScoreClv.BOTH)
                .when(held, ScoreClv.CONTRACT)
                .otherwise(ScoreClv.PURCHASES);
        Column none = lit(0).cast(ScoreClv.CLV_AMOUNT.domain().type());
        Column value =
                coalesce(ScoreClv.CLV_AMOUNT.col(), none).plus(coalesce(ScoreClv.CONTRACT_VALUE_AMOUNT.col(), none));
        return all.filter(bought.or(held))
                .withColumn(ScoreClv.CLV_BASIS_CODE.name(), basis)
                .withColumn(ScoreClv.CLV_AMOUNT.name(), ScoreClv.CLV_AMOUNT.is(value));
    }
}
