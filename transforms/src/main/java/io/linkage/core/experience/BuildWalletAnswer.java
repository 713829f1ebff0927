package io.linkage.core.experience;

import static org.apache.spark.sql.functions.lit;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.staging.WalletAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wallets as customers state them, with the Wallet Allocation Rule beside its 1/n baseline. */
public final class BuildWalletAnswer {
    public static final Build BUILD = Build.of(FctWalletAnswer.TABLE)
            .reads(
                    BuildWalletAnswer::from,
                    WalletAnswer.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimDate.TABLE);

    private BuildWalletAnswer() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> events = Events.upTo(
                in,
                in.rows(WalletAnswer.TABLE),
                Events.local(WalletAnswer.ANSWERED_AT, in),
                FctWalletAnswer.ANSWER_DATE,
                FctWalletAnswer.ANSWER_DATE_KEY);
        Dataset<Row> known = Lookup.customer(in, events, WalletAnswer.CUSTOMER_SOURCE_ID, FctWalletAnswer.ANSWER_DATE);
        return FctWalletAnswer.TABLE.shape(allocated(known));
    }

    /**
     * {@code (1 - rank / (n + 1)) * 2 / n}, which sums to 1 over the brands used (Keiningham, Aksoy, Buoye and Cooil,
     * Harvard Business Review, October 2011).
     */
    private static Dataset<Row> allocated(Dataset<Row> answers) {
        Column brands = WalletAnswer.BRAND_COUNT.col().cast("double");
        Column rank = WalletAnswer.OWN_RANK.col();
        Column share = lit(1.0).minus(rank.divide(brands.plus(1))).multiply(2).divide(brands);
        return answers.withColumn(FctWalletAnswer.ALLOCATED_SHARE.name(), share)
                .withColumn(FctWalletAnswer.EQUAL_SHARE.name(), lit(1.0).divide(brands));
    }
}
