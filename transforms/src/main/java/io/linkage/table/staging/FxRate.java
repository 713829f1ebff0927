package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Exchange rates to the reporting currency. */
public final class FxRate {
    private static final TableBuilder T = Table.named("stg_fx_rate", Layer.STAGING)
            .feed("fx_rate")
            .grain("one row per currency and day")
            .meaning("What one unit of a currency was worth in the reporting currency.");

    public static final Field CURRENCY_CODE =
            T.key("currency_code", Domain.CODE, INTERNAL, "ISO 4217 code of the currency");
    public static final Field RATE_DATE =
            T.key("rate_date", Domain.DATE, INTERNAL, "First day the rate holds; it holds until the next one");
    public static final Field FX_RATE =
            T.required("fx_rate", Domain.FX_RATE, INTERNAL, "Reporting currency for one unit of the currency");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the rate");
    public static final Field SOURCE_CODE = Arrival.source(T);
    public static final Field LOADED_DATE = Arrival.loaded(T);

    public static final Table TABLE = Currencies.rule(T, CURRENCY_CODE).build();

    private FxRate() {}
}
