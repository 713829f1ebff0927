package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.linkage.model.random.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The range of products: list prices of today run evenly in proportion from 1 to 800 euro; once all of them rose. */
final class Products {
    static final DemoTable TABLE = new DemoTable(
            "product",
            "marketing",
            List.of("product_no"),
            new StructType()
                    .add("product_no", StringType)
                    .add("name", StringType)
                    .add("category", StringType)
                    .add("list_price", createDecimalType(12, 2))
                    .add("unit_cost", createDecimalType(14, 4))
                    .add("margin_class", StringType)
                    .add("family", StringType),
            world -> world.products().count(),
            (world, number, sink) -> world.products().row((int) number, sink));

    private static final double LEAST_PRICE = 1;
    private static final double MOST_PRICE = 800;
    private static final List<String> CATEGORIES =
            List.of("office/paper", "office/writing", "home/kitchen", "home/lighting", "garden/tools", "garden/plants");
    private static final List<String> MARGIN_CLASSES = List.of("high", "middle", "low");
    private static final double[] COST_SHARES = {0.45, 0.60, 0.75};

    private final long seed;
    private final int count;
    private final int riseDay;
    private final double rise;

    Products(DemoPlan plan) {
        this.seed = plan.seed();
        this.riseDay = plan.days() / 2;
        this.rise = plan.effects().priceRise();
        this.count = (int) Math.max(120, Math.min(2_000, plan.customers() / 100));
    }

    int count() {
        return count;
    }

    /** A product whose list price of the day is a little above the price paid. */
    int near(double price, int day, Draws draws) {
        double listed = price * (1 + 0.15 * draws.uniform()) * (day < riseDay ? 1 + rise : 1);
        double place = StrictMath.log(listed / LEAST_PRICE) / StrictMath.log(MOST_PRICE / LEAST_PRICE);
        return (int) Math.max(0, Math.min(count - 1L, Math.round(place * (count - 1))));
    }

    static String number(int product) {
        return String.format("P%05d", product + 1);
    }

    /** Cost of goods as a share of the price paid. */
    double costShare(int product) {
        return COST_SHARES[marginClass(product)];
    }

    private int marginClass(int product) {
        return Draws.of(seed, "product", product).below(COST_SHARES.length);
    }

    private void row(int product, Sink sink) {
        double price = LEAST_PRICE * StrictMath.pow(MOST_PRICE / LEAST_PRICE, product / (count - 1.0));
        BigDecimal listPrice = BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP);
        String category = CATEGORIES.get(product % CATEGORIES.size());
        sink.row(
                number(product),
                category.substring(category.indexOf('/') + 1) + " no. " + (product + 1),
                category,
                listPrice,
                listPrice.multiply(BigDecimal.valueOf(costShare(product))).setScale(4, RoundingMode.HALF_UP),
                MARGIN_CLASSES.get(marginClass(product)),
                "F" + (1 + product / 10));
    }
}
