package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Inputs;
import io.linkage.model.action.Assortment;
import io.linkage.settings.ActionSettings;
import io.linkage.table.core.DimProduct;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.Special;
import io.linkage.table.mart.CustomerValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What customers bought in a year, by product family, and what else could be sold to them. */
final class Baskets {
    /** Family not bought yet that is offered. */
    static final String CROSS_FAMILY = "_cross_family";
    /** Chance that buyers of what the customer buys buy it too. */
    static final String CROSS_PROBABILITY = "_cross_probability";
    /** Its part of all revenue. */
    static final String CROSS_SHARE = "_cross_share";
    /** Part of all revenue that falls on the families bought. */
    static final String OWN_SHARE = "_own_share";
    /** Family of which the dearer kind is offered. */
    static final String UP_FAMILY = "_up_family";
    /** What the pieces of the year would have cost more. */
    static final String UP_AMOUNT = "_up_amount";

    private static final int YEAR = 365;
    private static final double CENTS = 100;
    private static final StructType SOLD = new StructType()
            .add(CustomerValue.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(CROSS_FAMILY, DataTypes.StringType)
            .add(CROSS_PROBABILITY, DataTypes.DoubleType)
            .add(CROSS_SHARE, DataTypes.DoubleType)
            .add(OWN_SHARE, DataTypes.DoubleType)
            .add(UP_FAMILY, DataTypes.StringType)
            .add(UP_AMOUNT, DataTypes.DoubleType);

    private Baskets() {}

    /** Customers who bought in the year, in families that have enough buyers, and are not lost. */
    static Column isBuyer() {
        return col(OWN_SHARE)
                .gt(0)
                .and(CustomerValue.LIFE_CYCLE_PHASE_CODE.col().notEqual(CustomerValue.LOST));
    }

    /** Customers with what could be sold to them beside them. */
    static Dataset<Row> beside(Inputs in, Dataset<Row> customers) {
        Dataset<Row> baskets = baskets(in);
        Assortment assortment =
                AssortmentCounts.of(baskets, in.settings(ActionSettings.class).leastBuyers());
        Dataset<Row> sold = assortment.families().isEmpty()
                ? in.one().select(nothing()).limit(0)
                : baskets.map(selling(assortment), Encoders.row(SOLD));
        return customers.join(sold, new String[] {CustomerValue.CUSTOMER_KEY.name()}, "left");
    }

    /** One row per customer: key, and family, cents and pieces of each family bought, in the order of the families. */
    private static Dataset<Row> baskets(Inputs in) {
        Dataset<Row> families = in.rows(DimProduct.TABLE)
                .filter(DimProduct.PRODUCT_KEY
                        .col()
                        .gt(0)
                        .and(not(DimProduct.FAMILY_CODE
                                .col()
                                .isin(Arrays.stream(Special.values())
                                        .map(Special::text)
                                        .toArray()))))
                .select(DimProduct.PRODUCT_SOURCE_ID.col(), DimProduct.FAMILY_CODE.col());
        return in.rows(FctOrderLine.TABLE)
                .filter(FctOrderLine.CUSTOMER_KEY
                        .col()
                        .gt(0)
                        .and(FctOrderLine.REVENUE_AMOUNT.col().notEqual(0))
                        .and(FctOrderLine.ORDER_DATE.col().gt(Days.day(in.asOf().minusDays(YEAR)))))
                .select(
                        FctOrderLine.CUSTOMER_KEY.col(),
                        FctOrderLine.PRODUCT_SOURCE_ID.col(),
                        FctOrderLine.REVENUE_AMOUNT.col(),
                        FctOrderLine.QUANTITY.col())
                .join(families, new String[] {DimProduct.PRODUCT_SOURCE_ID.name()}, "inner")
                // One shuffle serves both groupings, and the join with customers.
                .repartition(FctOrderLine.CUSTOMER_KEY.col())
                .groupBy(FctOrderLine.CUSTOMER_KEY.col(), DimProduct.FAMILY_CODE.col())
                .agg(
                        sum(Money.inCents(FctOrderLine.REVENUE_AMOUNT.col())).as("cents"),
                        sum(FctOrderLine.QUANTITY.col()).cast("double").as("pieces"))
                .filter(col("cents").gt(0).and(col("pieces").gt(0)))
                .groupBy(FctOrderLine.CUSTOMER_KEY.col())
                .agg(sort_array(collect_list(struct(DimProduct.FAMILY_CODE.col(), col("cents"), col("pieces"))))
                        .as("_basket"));
    }

    /** The families of a basket. */
    static List<Assortment.Bought> read(Row basket) {
        return basket.<Row>getList(1).stream()
                .map(part -> new Assortment.Bought(
                        part.getString(0), part.getLong(1) / CENTS / part.getDouble(2), part.getDouble(2)))
                .toList();
    }

    private static MapFunction<Row, Row> selling(Assortment assortment) {
        return basket -> {
            List<Assortment.Bought> bought = read(basket);
            Set<String> families =
                    bought.stream().map(Assortment.Bought::family).collect(Collectors.toCollection(TreeSet::new));
            Optional<Assortment.Cross> cross = assortment.cross(families);
            Optional<Assortment.Up> up = assortment.up(bought);
            return RowFactory.create(
                    basket.getLong(0),
                    cross.map(Assortment.Cross::family).orElse(null),
                    cross.map(Assortment.Cross::chance).orElse(null),
                    cross.map(Assortment.Cross::weight).orElse(null),
                    assortment.ownWeight(families),
                    up.map(Assortment.Up::family).orElse(null),
                    up.map(Assortment.Up::amount).orElse(null));
        };
    }

    private static Column[] nothing() {
        return Arrays.stream(SOLD.fields())
                .map(field -> lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new);
    }
}
