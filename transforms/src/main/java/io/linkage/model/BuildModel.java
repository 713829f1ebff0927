package io.linkage.model;

import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.churn.spark.ChurnModels;
import io.linkage.model.clv.spark.ClvModels;
import io.linkage.model.contract.spark.ContractModels;
import io.linkage.model.registry.ModelEntry;
import io.linkage.model.uplift.spark.UpliftModels;
import io.linkage.model.wallet.spark.WalletModels;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.FeatureCustomer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits every model of the night and records what was found: scores are made from this record alone. */
public final class BuildModel {
    public static final Build BUILD = Build.of(Model.TABLE)
            .reads(
                    BuildModel::from,
                    FeatureCustomer.TABLE,
                    FeatureChurn.TABLE,
                    FeatureCampaign.TABLE,
                    FctCustomerAttribute.TABLE,
                    FctSubscription.TABLE,
                    FctOrderLine.TABLE,
                    FctWalletAnswer.TABLE,
                    DimCustomer.TABLE);

    private BuildModel() {}

    static Dataset<Row> from(Inputs in) {
        Stream<ModelEntry> entries = Stream.of(
                        ClvModels.of(in),
                        ContractModels.of(in),
                        ChurnModels.of(in),
                        UpliftModels.of(in),
                        WalletModels.of(in))
                .flatMap(List::stream);
        return rows(in, entries);
    }

    /** Entries as rows of the night. */
    public static Dataset<Row> rows(Inputs in, Stream<ModelEntry> entries) {
        return Literals.rows(
                in.one(),
                Model.TABLE,
                entries.map(entry -> entry.row(in.asOf())).toList());
    }
}
