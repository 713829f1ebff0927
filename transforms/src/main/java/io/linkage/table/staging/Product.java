package io.linkage.table.staging;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Products of the source's lists, one row for each change that a night saw. */
public final class Product {
    private static final TableBuilder T = Table.named("stg_product", Layer.STAGING)
            .feed("product")
            .history()
            .grain("one row per product and night that saw it new, changed or dropped")
            .meaning("What the company sells or sold, with list price and cost where known.");

    public static final Field PRODUCT_SOURCE_ID =
            T.key("product_source_id", Domain.ID, INTERNAL, "Identifier of the product in the source system");
    public static final Field LOADED_DATE = Arrival.historyKey(T);
    public static final Field NAME = T.optional("product_name", Domain.TEXT, INTERNAL, "Name of the product");
    public static final Field CATEGORY_PATH =
            T.optional("category_path", Domain.TEXT, INTERNAL, "Category from broad to narrow, parted by slashes");
    public static final Field LIST_PRICE =
            T.optional("list_price", Domain.PRICE.in("reporting currency"), INTERNAL, "Price before any discount");
    public static final Field UNIT_COST =
            T.optional("unit_cost", Domain.PRICE.in("reporting currency"), INTERNAL, "Cost of goods of one piece");
    public static final Field MARGIN_CLASS_CODE =
            T.optional("margin_class_code", Domain.CODE, INTERNAL, "Class of margin that the company uses");
    public static final Field FAMILY_CODE =
            T.optional("family_code", Domain.CODE, INTERNAL, "Family for cross-, up- and deep-selling");
    public static final Field CHANGED_AT =
            T.optional("changed_at", Domain.MOMENT, INTERNAL, "Moment the source last changed the product");
    public static final Field IS_DELETED = Arrival.deleted(T);
    public static final Field SOURCE_CODE = Arrival.source(T);

    public static final Table TABLE = T.build();

    private Product() {}
}
