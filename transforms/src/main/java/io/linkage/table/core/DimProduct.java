package io.linkage.table.core;

import static io.linkage.contract.Privacy.INTERNAL;

import io.linkage.contract.Domain;
import io.linkage.contract.Field;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.contract.TableBuilder;

/** Products; one that only facts name is inferred. */
public final class DimProduct {
    private static final TableBuilder T = Table.named("dim_product", Layer.CORE)
            .grain("one row per product, and one per special member")
            .meaning("What the company sells or sold, as the source listed it last.");

    public static final Field PRODUCT_KEY = T.key("product_key", Domain.KEY, INTERNAL, "Key of the product");
    public static final Field PRODUCT_SOURCE_ID = T.optional(
            "product_source_id", Domain.ID, INTERNAL, "Identifier in the source; empty for a special member");
    public static final Field PRODUCT_NAME =
            T.required("product_name", Domain.TEXT, INTERNAL, "Name of the product, or the special member");
    public static final Field CATEGORY_PATH =
            T.required("category_path", Domain.TEXT, INTERNAL, "Category from broad to narrow, parted by slashes");
    public static final Field MARGIN_CLASS_CODE =
            T.required("margin_class_code", Domain.CODE, INTERNAL, "Class of margin that the company uses");
    public static final Field FAMILY_CODE =
            T.required("family_code", Domain.CODE, INTERNAL, "Family for cross-, up- and deep-selling");
    public static final Field LIST_PRICE =
            T.optional("list_price", Domain.PRICE.in("reporting currency"), INTERNAL, "Price before any discount");
    public static final Field UNIT_COST =
            T.optional("unit_cost", Domain.PRICE.in("reporting currency"), INTERNAL, "Cost of goods of one piece");
    public static final Field IS_INFERRED = T.required(
            "is_inferred", Domain.FLAG, INTERNAL, "Known from facts only: no list of products ever named it");

    public static final Table TABLE = T.build();

    private DimProduct() {}
}
