package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Channels of orders, contacts, touches and campaigns. */
public final class DimChannel {
    private static final TableBuilder T = Table.named("dim_channel", Layer.CORE)
            .grain("one row per channel that any feed names, and one per special member")
            .meaning("Channels through which customers buy, ask and are reached, and which of them do what.");

    public static final Field CHANNEL_KEY = T.key("channel_key", Domain.KEY, INTERNAL, "Key of the channel");
    public static final Field CHANNEL_CODE =
            T.required("channel_code", Domain.CODE, INTERNAL, "Code that the sources use, or the special member");
    public static final Field IS_SALES =
            T.required("is_sales", Domain.FLAG, INTERNAL, "Whether orders came through it");
    public static final Field IS_SERVICE =
            T.required("is_service", Domain.FLAG, INTERNAL, "Whether service contacts or feedback came through it");
    public static final Field IS_MEDIA =
            T.required("is_media", Domain.FLAG, INTERNAL, "Whether visits, media touches or campaigns came through it");

    public static final Table TABLE = T.build();

    private DimChannel() {}
}
