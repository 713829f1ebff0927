package io.linkage.jobs.demo;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.linkage.model.random.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Daily exchange rates to the euro, for the days of the window. */
final class FxRates {
    static final String EURO = "EUR";
    /** A currency of ISO 4217 of which no rate is delivered. */
    static final String UNRATED = "JPY";

    static final DemoTable TABLE = new DemoTable(
            "fx_rate",
            "marketing",
            List.of("currency", "rate_date"),
            new StructType()
                    .add("currency", StringType)
                    .add("rate_date", DateType)
                    .add("rate", createDecimalType(18, 8)),
            world -> world.plan().days(),
            FxRates::make);

    private static final Fault ZERO = Fault.refused("rate of zero", "rate", BigDecimal.ZERO, "fx_rate: RANGE");
    private static final List<String> CURRENCIES = List.of("CHF", "GBP", "USD");
    private static final double[] LEVELS = {1.05, 1.17, 0.90};
    private static final int FAULTY_DAY = 10;

    private FxRates() {}

    /** The currency that customers of an address pay in. */
    static String of(Person.Address address) {
        return switch (address.country()) {
            case "GB" -> "GBP";
            case "US" -> "USD";
            default -> EURO;
        };
    }

    /** Euro for one unit of a currency on a day. */
    static BigDecimal rate(World world, String currency, int day) {
        int place = CURRENCIES.indexOf(currency);
        Draws draws = world.draws("fx", place, day);
        double swing = 0.03 * StrictMath.sin(day / (60.0 + 15 * place)) + 0.004 * draws.normal();
        return BigDecimal.valueOf(LEVELS[place] * (1 + swing)).setScale(8, RoundingMode.HALF_UP);
    }

    private static void make(World world, long day, Sink sink) {
        for (String currency : CURRENCIES) {
            sink.row(currency, world.plan().day((int) day), rate(world, currency, (int) day));
        }
        if (day == FAULTY_DAY) {
            sink.row(Arrays.asList("SEK", world.plan().day((int) day), ZERO.value())
                    .toArray());
            sink.dirty(ZERO);
        }
    }
}
