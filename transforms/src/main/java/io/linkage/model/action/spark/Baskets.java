package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

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
    private static final int THOUSAND = 1000;
    private static final StructType BASKET = new StructType()
            .add(FctOrderLine.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(
                    "_basket",
                    DataTypes.createArrayType(new StructType()
                            .add(DimProduct.FAMILY_CODE.name(), DataTypes.StringType)
                            .add("cents", DataTypes.LongType)
                            .add("thousandths", DataTypes.LongType)));
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

    /** One row per customer: key, and family, cents and thousandths of pieces of each family bought. */
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
        Dataset<Row> lines = in.rows(FctOrderLine.TABLE)
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
                .select(
                        FctOrderLine.CUSTOMER_KEY.col(),
                        DimProduct.FAMILY_CODE.col(),
                        Money.inCents(FctOrderLine.REVENUE_AMOUNT.col()).as("cents"),
                        FctOrderLine.QUANTITY
                                .col()
                                .multiply(lit(THOUSAND))
                                .cast("bigint")
                                .as("thousandths"));
        // Lists that Spark collects are sorted and spilled twice; rows of one customer at a time need one sort by key.
        return lines.groupBy(FctOrderLine.CUSTOMER_KEY.col())
                .as(Encoders.LONG(), Encoders.row(lines.schema()))
                .flatMapGroups(basket(), Encoders.row(BASKET))
                // Counted, and then read for each customer: order lines are read once. Freed when nobody refers to it.
                .localCheckpoint(false, StorageLevel.DISK_ONLY());
    }

    /** Whole cents and thousandths, so that the order of lines decides nothing. */
    private static FlatMapGroupsFunction<Long, Row, Row> basket() {
        return (customer, lines) -> {
            Map<String, long[]> families = new TreeMap<>();
            while (lines.hasNext()) {
                Row line = lines.next();
                long[] sums = families.computeIfAbsent(line.getString(1), unseen -> new long[2]);
                sums[0] += line.getLong(2);
                sums[1] += line.getLong(3);
            }
            Row[] bought = families.entrySet().stream()
                    .filter(family -> family.getValue()[0] > 0 && family.getValue()[1] > 0)
                    .map(family -> RowFactory.create(family.getKey(), family.getValue()[0], family.getValue()[1]))
                    .toArray(Row[]::new);
            return bought.length == 0
                    ? Collections.emptyIterator()
                    : List.of(RowFactory.create(customer, bought)).iterator();
        };
    }

    /** The families of a basket. */
    static List<Assortment.Bought> read(Row basket) {
        return basket.<Row>getList(1).stream()
                .map(part -> bought(part.getString(0), part.getLong(1), (double) part.getLong(2) / THOUSAND))
                .toList();
    }

    private static Assortment.Bought bought(String family, long cents, double pieces) {
        return new Assortment.Bought(family, cents / CENTS / pieces, pieces);
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
