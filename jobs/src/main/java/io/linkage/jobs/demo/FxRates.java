package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.types.StructType;

/** Daily exchange rates to the euro, for the days of the window. */
final class FxRates {
    static final DemoTable TABLE = new DemoTable(
            "fx_rate",
            new StructType()
                    .add("currency", StringType)
                    .add("rate_date", DateType)
                    .add("rate", createDecimalType(18, 8)),
            world -> world.plan().days(),
            FxRates::make);

    private static final String[] CURRENCIES = {"CHF", "GBP", "USD"};
    private static final double[] LEVELS = {1.05, 1.17, 0.90};
    private static final int FAULTY_DAY = 10;

    private FxRates() {}

    private static void make(World world, long day, Sink sink) {
        for (int currency = 0; currency < CURRENCIES.length; currency++) {
            Draws draws = world.draws("fx", currency, day);
            double swing = 0.03 * StrictMath.sin(day / (60.0 + 15 * currency)) + 0.004 * draws.normal();
            boolean faulty = currency == 0 && day == FAULTY_DAY;
            double rate = faulty ? 0 : LEVELS[currency] * (1 + swing);
            sink.row(
                    CURRENCIES[currency],
                    world.plan().day((int) day),
                    BigDecimal.valueOf(rate).setScale(8, RoundingMode.HALF_UP));
            if (faulty) {
                sink.dirty("rate of zero");
            }
        }
    }
}
