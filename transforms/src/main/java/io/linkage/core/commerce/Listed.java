package io.linkage.core.commerce;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Versions;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.staging.Product;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the lists of products say of each, from when to when. What a list drops keeps what was said last: a list of what is on
 * sale does not take the cost from what was sold.
 */
final class Listed {
    /** Cost of goods of one piece on the day of the row, in the reporting currency. */
    static final String COST = "_product_cost";

    private static final String PRODUCT = Product.PRODUCT_SOURCE_ID.name();
    private static final List<String> DESCRIBED = Stream.of(
                    Product.NAME,
                    Product.CATEGORY_PATH,
                    Product.MARGIN_CLASS_CODE,
                    Product.FAMILY_CODE,
                    Product.LIST_PRICE,
                    Product.UNIT_COST)
            .map(Field::name)
            .toList();

    private Listed() {}

    /** Each product as it was described last. */
    static Dataset<Row> last(Inputs in) {
        return versions(states(in), DESCRIBED).filter(col(DimCustomer.IS_CURRENT.name()));
    }

    /** Adds {@link #COST}: a cost that is listed later holds for what was sold before only where none was listed then. */
    static Dataset<Row> costed(Inputs in, Dataset<Row> rows, Field product, Field date) {
        Dataset<Row> stated =
                states(in).filter(Product.UNIT_COST.col().isNotNull().and(not(Product.IS_DELETED.col())));
        Dataset<Row> costs = versions(stated, List.of(Product.UNIT_COST.name()))
                .select(
                        Product.PRODUCT_SOURCE_ID.col().as("_product"),
                        Product.UNIT_COST.col().as(COST),
                        col(DimCustomer.VALID_FROM.name()).as("_from"),
                        col(DimCustomer.VALID_TO.name()).as("_to"));
        Column holds = product.col()
                .equalTo(col("_product"))
                .and(date.col().geq(col("_from")))
                .and(date.col().lt(col("_to")));
        return rows.join(costs, holds, "left").drop("_product", "_from", "_to");
    }

    private static Dataset<Row> states(Inputs in) {
        return Versions.states(in.rows(Product.TABLE), PRODUCT, Events.zone(in));
    }

    private static Dataset<Row> versions(Dataset<Row> states, List<String> watched) {
        return Versions.ofStates(states, PRODUCT, watched);
    }
}
