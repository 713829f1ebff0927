package io.linkage.model.quality.spark;

import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.churn.spark.ChurnQuality;
import io.linkage.model.churn.spark.ScoredNights;
import io.linkage.model.clv.spark.ClvQuality;
import io.linkage.model.clv.spark.NightQuality;
import io.linkage.model.registry.QualityEntry;
import io.linkage.model.uplift.spark.UpliftQuality;
import io.linkage.model.wallet.spark.WalletQuality;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreProspect;
import io.linkage.table.score.ScoreWinBack;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds the recorded models of the night against what happened on rows that they did not learn from. */
public final class BuildModelQuality {
    public static final Build BUILD = Build.of(ModelQuality.TABLE)
            .reads(
                    BuildModelQuality::from,
                    Model.TABLE,
                    FeatureChurn.TABLE,
                    FeatureCampaign.TABLE,
                    FctCustomerAttribute.TABLE,
                    FeatureCustomer.TABLE,
                    FctWalletAnswer.TABLE,
                    DimCustomer.TABLE,
                    CustomerIdentity.TABLE,
                    FctOrderLine.TABLE,
                    FctSubscription.TABLE,
                    ScoreChurn.TABLE,
                    ScoreWinBack.TABLE,
                    ScoreProspect.TABLE);

    private BuildModelQuality() {}

    static Dataset<Row> from(Inputs in) {
        List<Row> models = in.rows(Model.TABLE).collectAsList();
        Stream<QualityEntry> entries = Stream.of(
                        ChurnQuality.of(in, models),
                        ClvQuality.of(in, models),
                        NightQuality.of(in),
                        UpliftQuality.of(in),
                        ScoredNights.of(in),
                        WalletQuality.of(in))
                .flatMap(List::stream)
                .filter(QualityEntry::known);
        return Literals.rows(
                in.one(),
                ModelQuality.TABLE,
                entries.map(entry -> entry.row(in.asOf())).toList());
    }
}
