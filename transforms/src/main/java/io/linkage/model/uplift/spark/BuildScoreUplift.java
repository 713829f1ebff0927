package io.linkage.model.uplift.spark;

import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.linkage.column.Days;
import io.linkage.column.Levels;
import io.linkage.column.Literals;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.campaign.spark.ProfileText;
import io.linkage.model.uplift.UpliftModel;
import io.linkage.settings.UpliftSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreUplift;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Chances of every customer whom a source still has to respond with and without a contact tonight, by the recorded champion of each action. */
public final class BuildScoreUplift {
    public static final Build BUILD = Build.of(ScoreUplift.TABLE)
            .reads(
                    BuildScoreUplift::from,
                    FeatureCustomer.TABLE,
                    DimCustomer.TABLE,
                    FctCustomerAttribute.TABLE,
                    Model.TABLE);

    private BuildScoreUplift() {}

    static Dataset<Row> from(Inputs in) {
        List<RecordedUplift> champions =
                RecordedUplift.from(in.rows(Model.TABLE).collectAsList());
        if (champions.isEmpty()) {
            return Literals.rows(in.one(), ScoreUplift.TABLE, List.of());
        }
        return ScoreUplift.TABLE.shape(
                tonight(in).flatMap(scoring(champions), Encoders.row(ScoreUplift.TABLE.schema())));
    }

    /** What is known tonight, as it was known of each contact on its day. */
    private static Dataset<Row> tonight(Inputs in) {
        Column[] columns = {
            FeatureCampaign.AS_OF_DATE.is(Days.day(in.asOf())),
            FeatureCampaign.CUSTOMER_KEY.col(),
            FeatureCampaign.SEGMENT_CODE.col(),
            FeatureCampaign.CHANNEL_CODE.col(),
            FeatureCampaign.RECENCY_ORDER.is(Levels.of(datediff(tomorrow(in), FeatureCustomer.LAST_PURCHASE_DATE.col())
                    .plus(1))),
            FeatureCampaign.FREQUENCY_ORDER.is(Levels.of(FeatureCustomer.PURCHASE_DAY_COUNT.col())),
            FeatureCampaign.SPEND_ORDER.is(Levels.of(FeatureCustomer.NET_REVENUE_AMOUNT.col())),
            FeatureCampaign.CONTACT_DATE.is(tomorrow(in))
        };
        Dataset<Row> people = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.IS_CURRENT.col().and(not(DimCustomer.IS_DELETED.col())))
                .select(
                        DimCustomer.CUSTOMER_KEY.col(),
                        DimCustomer.SEGMENT_CODE.col(),
                        DimCustomer.ACQUISITION_CHANNEL_CODE.col());
        Dataset<Row> known = in.rows(FeatureCustomer.TABLE)
                .join(people, new String[] {DimCustomer.CUSTOMER_KEY.name()}, "inner")
                .select(columns);
        List<String> attributes = in.settings(UpliftSettings.class).attributes();
        return ProfileText.before(known, in, attributes, FeatureCampaign.CONTACT_DATE)
                .select(
                        FeatureCampaign.AS_OF_DATE.col(),
                        FeatureCampaign.CUSTOMER_KEY.col(),
                        FeatureCampaign.SEGMENT_CODE.col(),
                        FeatureCampaign.CHANNEL_CODE.col(),
                        FeatureCampaign.RECENCY_ORDER.col(),
                        FeatureCampaign.FREQUENCY_ORDER.col(),
                        FeatureCampaign.SPEND_ORDER.col(),
                        FeatureCampaign.PROFILE_TEXT.col());
    }

    /** The first day on which a contact can come of tonight's score. */
    private static Column tomorrow(Inputs in) {
        return lit(java.sql.Date.valueOf(in.asOf().plusDays(1)));
    }

    private static FlatMapFunction<Row, Row> scoring(List<RecordedUplift> champions) {
        List<RecordedUplift> models = new java.util.ArrayList<>(champions);
        return row -> {
            Map<String, Double> values = Known.of(
                    row.getString(2), row.getString(3), row.getInt(4), row.getInt(5), row.getInt(6), row.getString(7));
            return models.stream().map(model -> scored(row, model, values)).iterator();
        };
    }

    private static Row scored(Row row, RecordedUplift model, Map<String, Double> values) {
        UpliftModel.Chances chances = model.scorer().of(values);
        RecordedUplift.Measured group = model.measured().get(row.getString(2));
        return RowFactory.create(
                row.getDate(0),
                row.getLong(1),
                model.action(),
                model.model(),
                chances.control(),
                chances.treated(),
                chances.uplift(),
                row.getString(2),
                group == null ? null : group.contacts(),
                group == null ? null : group.effect(),
                group == null ? null : group.end(-1),
                group == null ? null : group.end(1));
    }
}
