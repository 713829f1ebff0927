package io.linkage.core.contact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.linkage.column.Keys;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.SpecialMembers;
import io.linkage.table.core.DimChannel;
import io.linkage.table.staging.CampaignContact;
import io.linkage.table.staging.Feedback;
import io.linkage.table.staging.Interaction;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Touchpoint;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every channel that any feed names, with what it is used for. */
public final class BuildChannel {
    public static final Build BUILD = Build.of(DimChannel.TABLE)
            .reads(
                    BuildChannel::from,
                    OrderLine.TABLE,
                    Interaction.TABLE,
                    Feedback.TABLE,
                    Touchpoint.TABLE,
                    CampaignContact.TABLE);

    private BuildChannel() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> used = codes(in.rows(OrderLine.TABLE), OrderLine.CHANNEL_CODE, DimChannel.IS_SALES)
                .union(codes(in.rows(Interaction.TABLE), Interaction.CHANNEL_CODE, DimChannel.IS_SERVICE))
                .union(codes(in.rows(Feedback.TABLE), Feedback.CHANNEL_CODE, DimChannel.IS_SERVICE))
                .union(codes(in.rows(Touchpoint.TABLE), Touchpoint.CHANNEL_CODE, DimChannel.IS_MEDIA))
                .union(codes(in.rows(CampaignContact.TABLE), CampaignContact.CHANNEL_CODE, DimChannel.IS_MEDIA));
        Dataset<Row> channels = used.groupBy(DimChannel.CHANNEL_CODE.col())
                .agg(
                        DimChannel.IS_SALES.is(max(DimChannel.IS_SALES.col())),
                        DimChannel.IS_SERVICE.is(max(DimChannel.IS_SERVICE.col())),
                        DimChannel.IS_MEDIA.is(max(DimChannel.IS_MEDIA.col())));
        Dataset<Row> keyed = Keys.settled(channels, DimChannel.CHANNEL_KEY.name(), DimChannel.CHANNEL_CODE.col());
        return DimChannel.TABLE.shape(keyed.unionByName(specialMembers(in.one())));
    }

    private static Dataset<Row> codes(Dataset<Row> rows, Field code, Field use) {
        return rows.filter(code.col().isNotNull())
                .select(
                        DimChannel.CHANNEL_CODE.is(code.col()),
                        DimChannel.IS_SALES.is(use == DimChannel.IS_SALES),
                        DimChannel.IS_SERVICE.is(use == DimChannel.IS_SERVICE),
                        DimChannel.IS_MEDIA.is(use == DimChannel.IS_MEDIA))
                .distinct();
    }

    private static Dataset<Row> specialMembers(Dataset<Row> one) {
        return SpecialMembers.of(one)
                .select(
                        DimChannel.CHANNEL_KEY.is(col(SpecialMembers.KEY)),
                        DimChannel.CHANNEL_CODE.is(col(SpecialMembers.TEXT)),
                        DimChannel.IS_SALES.is(false),
                        DimChannel.IS_SERVICE.is(false),
                        DimChannel.IS_MEDIA.is(false));
    }
}
