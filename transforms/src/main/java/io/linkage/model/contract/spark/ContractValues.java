package io.linkage.model.contract.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.linkage.column.Exact;
import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.model.contract.ContractModel;
import io.linkage.model.contract.ContractTerms;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ContractSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.score.ScoreClv;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What the running contracts of each customer are worth, by the models of the night. */
public final class ContractValues {
    private static final StructType VALUES = new StructType()
            .add(ScoreClv.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(ScoreClv.CONTRACT_MODEL_CODE.name(), DataTypes.StringType)
            .add(
                    ScoreClv.CONTRACT_VALUE_AMOUNT.name(),
                    ScoreClv.CONTRACT_VALUE_AMOUNT.domain().type())
            .add(ScoreClv.EXPECTED_RENEWALS.name(), DataTypes.DoubleType);

    private ContractValues() {}

    /** One row per customer with a running contract; empty where no model was believed. */
    public static Optional<Dataset<Row>> of(Inputs in, List<Row> models) {
        ClvSettings clv = in.settings(ClvSettings.class);
        ContractTerms terms = new ContractTerms(
                in.settings(ContractSettings.class).periodMonths(),
                clv.horizonMonths(),
                clv.yearlyDiscountRate(),
                clv.marginShare());
        return FittedContracts.from(models)
                .map(fitted -> Contracts.of(in)
                        .filter(col(Contracts.LIFE).isNull())
                        .select(
                                FctSubscription.CUSTOMER_KEY.col(),
                                DimCustomer.SEGMENT_CODE.col(),
                                FctSubscription.CURRENT_MONTHLY_AMOUNT.col(),
                                col(Contracts.AGE))
                        .map(valuing(fitted, terms), Encoders.row(VALUES))
                        .groupBy(ScoreClv.CUSTOMER_KEY.col())
                        .agg(
                                ScoreClv.CONTRACT_MODEL_CODE.is(min(ScoreClv.CONTRACT_MODEL_CODE.col())),
                                ScoreClv.CONTRACT_VALUE_AMOUNT.is(sum(ScoreClv.CONTRACT_VALUE_AMOUNT.col())),
                                ScoreClv.EXPECTED_RENEWALS.is(Exact.total(ScoreClv.EXPECTED_RENEWALS.col()))));
    }

    private static MapFunction<Row, Row> valuing(FittedContracts fitted, ContractTerms terms) {
        return row -> {
            ContractModel model = fitted.of(row.getString(1));
            ContractTerms.Value value =
                    terms.value(model, row.getDouble(3), row.getDecimal(2).doubleValue());
            return RowFactory.create(row.getLong(0), model.name(), Money.toCent(value.amount()), value.renewals());
        };
    }
}
