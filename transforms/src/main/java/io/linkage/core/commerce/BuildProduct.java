package io.linkage.core.commerce;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Keys;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.SpecialMembers;
import io.linkage.table.core.DimProduct;
import io.linkage.table.core.Special;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import io.linkage.table.staging.Subscription;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Products as listed last, those that only facts name, and the special members. */
public final class BuildProduct {
    public static final Build BUILD =
            Build.of(DimProduct.TABLE).reads(BuildProduct::from, Product.TABLE, OrderLine.TABLE, Subscription.TABLE);

    private BuildProduct() {}

    static Dataset<Row> from(Inputs in) {
        Column id = Product.PRODUCT_SOURCE_ID.col();
        Dataset<Row> named = in.rows(OrderLine.TABLE)
                .select(OrderLine.PRODUCT_SOURCE_ID.col())
                .union(ListedContracts.of(in).select(Subscription.PRODUCT_SOURCE_ID.col()))
                .union(in.rows(Product.TABLE).select(id))
                .filter(id.isNotNull())
                .distinct();
        Dataset<Row> listed = Listed.last(in).withColumn("_listed", lit(true));
        Dataset<Row> products = named.join(listed, new String[] {Product.PRODUCT_SOURCE_ID.name()}, "left");
        Dataset<Row> keyed = Keys.settled(described(products), DimProduct.PRODUCT_KEY.name(), id);
        return DimProduct.TABLE.shape(keyed.unionByName(specialMembers(in.one())));
    }

    private static Dataset<Row> described(Dataset<Row> products) {
        return products.select(
                DimProduct.PRODUCT_SOURCE_ID.col(),
                DimProduct.PRODUCT_NAME.is(coalesce(Product.NAME.col(), Product.PRODUCT_SOURCE_ID.col())),
                DimProduct.CATEGORY_PATH.is(orUnknown(Product.CATEGORY_PATH.col())),
                DimProduct.MARGIN_CLASS_CODE.is(orUnknown(Product.MARGIN_CLASS_CODE.col())),
                DimProduct.FAMILY_CODE.is(orUnknown(Product.FAMILY_CODE.col())),
                DimProduct.LIST_PRICE.is(Product.LIST_PRICE.col()),
                DimProduct.UNIT_COST.is(Product.UNIT_COST.col()),
                DimProduct.IS_INFERRED.is(col("_listed").isNull()));
    }

    private static Column orUnknown(Column attribute) {
        return coalesce(attribute, lit(Special.UNKNOWN.text()));
    }

    private static Dataset<Row> specialMembers(Dataset<Row> one) {
        Column text = col(SpecialMembers.TEXT);
        return SpecialMembers.of(one)
                .select(
                        DimProduct.PRODUCT_KEY.is(col(SpecialMembers.KEY)),
                        DimProduct.PRODUCT_SOURCE_ID.unknown(),
                        DimProduct.PRODUCT_NAME.is(text),
                        DimProduct.CATEGORY_PATH.is(text),
                        DimProduct.MARGIN_CLASS_CODE.is(text),
                        DimProduct.FAMILY_CODE.is(text),
                        DimProduct.LIST_PRICE.unknown(),
                        DimProduct.UNIT_COST.unknown(),
                        DimProduct.IS_INFERRED.is(false));
    }
}
