package io.linkage.mart;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.score.ScoreWallet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customers with history and score, side by side; one row each, as each of them has one row per customer. */
public final class BuildCustomerValue {
    public static final Build BUILD = Build.of(CustomerValue.TABLE)
            .reads(
                    BuildCustomerValue::from,
                    DimCustomer.TABLE,
                    FeatureCustomer.TABLE,
                    ScoreClv.TABLE,
                    ScoreChurn.TABLE,
                    ScoreWallet.TABLE,
                    FctSubscription.TABLE);

    private static final String[] CUSTOMER = {CustomerValue.CUSTOMER_KEY.name()};

    private BuildCustomerValue() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> customers = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.CUSTOMER_KEY.col().gt(0).and(DimCustomer.IS_CURRENT.col()))
                .select(
                        DimCustomer.CUSTOMER_KEY.col(),
                        DimCustomer.CUSTOMER_PSEUDONYM.col(),
                        DimCustomer.CUSTOMER_TYPE_CODE.col(),
                        DimCustomer.SEGMENT_CODE.col(),
                        DimCustomer.ACQUISITION_CHANNEL_CODE.col(),
                        DimCustomer.COUNTRY_CODE.col());
        Dataset<Row> scores = in.rows(ScoreClv.TABLE)
                .drop(ScoreClv.AS_OF_DATE.name())
                .withColumnRenamed(ScoreClv.MODEL_CODE.name(), CustomerValue.CLV_MODEL_CODE.name());
        Dataset<Row> churn = in.rows(ScoreChurn.TABLE)
                .select(
                        ScoreChurn.CUSTOMER_KEY.col(),
                        ScoreChurn.DEFINITION_CODE.col(),
                        ScoreChurn.CHURN_PROBABILITY.col(),
                        ScoreChurn.FIRST_REASON_CODE.col(),
                        ScoreChurn.SECOND_REASON_CODE.col(),
                        ScoreChurn.THIRD_REASON_CODE.col());
        Dataset<Row> wallets = in.rows(ScoreWallet.TABLE)
                .select(
                        ScoreWallet.CUSTOMER_KEY.col(),
                        ScoreWallet.WALLET_BASIS_CODE.col(),
                        ScoreWallet.WALLET_SHARE.col(),
                        ScoreWallet.WALLET_AMOUNT.col(),
                        ScoreWallet.WALLET_LOW_AMOUNT.col(),
                        ScoreWallet.WALLET_HIGH_AMOUNT.col(),
                        ScoreWallet.POTENTIAL_AMOUNT.col(),
                        ScoreWallet.POTENTIAL_VALUE_AMOUNT.col());
        Dataset<Row> valued = customers
                .join(in.rows(FeatureCustomer.TABLE), CUSTOMER, "inner")
                .join(scores, CUSTOMER, "left")
                .join(churn, CUSTOMER, "left")
                .join(wallets, CUSTOMER, "left")
                .withColumn(
                        CustomerValue.IS_PROSPECT.name(),
                        FeatureCustomer.FIRST_PURCHASE_DATE
                                .col()
                                .isNull()
                                .and(FeatureCustomer.FIRST_CONTRACT_DATE.col().isNull()));
        return CustomerValue.TABLE.shape(Segments.coded(valued, in));
    }
}
