package io.linkage.core.cost;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.Lines;
import io.linkage.settings.CostSettings;
import io.linkage.settings.TimeEquation;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.staging.ActivityCost;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many units of each driver each customer used in each month: events, or seconds by the time equation of an activity. */
final class Drivers {
    /** What causes a cost: a driver, or {@link #TIMED} and an activity. */
    static final String CAUSE = "_cause";

    static final String TIMED = "time of ";

    private static final String LINES = "_lines";

    private Drivers() {}

    /** One row per customer, month and cause. */
    static Dataset<Row> of(Inputs in, CostSettings settings) {
        return orders(in.rows(FctOrderLine.TABLE), settings)
                .unionByName(contacts(in.rows(FctInteraction.TABLE), settings))
                .unionByName(visits(in.rows(FctTouchpoint.TABLE), settings));
    }

    private static Dataset<Row> orders(Dataset<Row> lines, CostSettings settings) {
        Dataset<Row> orders = lines.filter(Lines.isSale())
                .groupBy(customer(), month(FctOrderLine.ORDER_DATE), FctOrderLine.ORDER_ID.col())
                .agg(
                        count(lit(1)).as(LINES),
                        min(FctOrderLine.CHANNEL_CODE.col()).as(FctOrderLine.CHANNEL_CODE.name()));
        Map<String, Column> words =
                Map.of(CostSettings.LINES, col(LINES), CostSettings.CHANNEL, FctOrderLine.CHANNEL_CODE.col());
        Map<String, Column> units = timed(settings.orders(), words);
        units.put(ActivityCost.ORDERS, lit(1L));
        return added(orders, units);
    }

    private static Dataset<Row> contacts(Dataset<Row> contacts, CostSettings settings) {
        Map<String, Column> words = Map.of(
                CostSettings.HANDLING, FctInteraction.HANDLING_SECONDS.col(),
                CostSettings.CHANNEL, FctInteraction.CHANNEL_CODE.col(),
                CostSettings.REASON, FctInteraction.REASON_CODE.col());
        Map<String, Column> units = timed(settings.contacts(), words);
        units.put(ActivityCost.CONTACTS, lit(1L));
        units.put(ActivityCost.SECONDS, coalesce(FctInteraction.HANDLING_SECONDS.col(), lit(0L)));
        return added(contacts.withColumn(FctCostToServe.MONTH_DATE.name(), month(FctInteraction.CONTACT_DATE)), units);
    }

    private static Dataset<Row> visits(Dataset<Row> touches, CostSettings settings) {
        Map<String, Column> words = Map.of(
                CostSettings.CHANNEL, FctTouchpoint.CHANNEL_CODE.col(),
                CostSettings.STAGE, FctTouchpoint.JOURNEY_STAGE_CODE.col());
        Map<String, Column> units = timed(settings.visits(), words);
        units.put(ActivityCost.VISITS, lit(1L));
        return added(touches.withColumn(FctCostToServe.MONTH_DATE.name(), month(FctTouchpoint.TOUCH_DATE)), units);
    }

    /** Each cause with the units of one event. */
    private static Map<String, Column> timed(List<TimeEquation> equations, Map<String, Column> words) {
        Map<String, Column> units = new LinkedHashMap<>();
        equations.forEach(equation -> units.put(TIMED + equation.activity(), seconds(equation, words)));
        return units;
    }

    /** Whole seconds, at least 0; a term about what is not known of the event falls away. */
    private static Column seconds(TimeEquation equation, Map<String, Column> words) {
        Column seconds = lit(0.0);
        for (TimeEquation.Term term : equation.terms()) {
            Column each = term.measure()
                    .map(measure -> coalesce(words.get(measure), lit(0L)).multiply(term.seconds()))
                    .orElse(lit(term.seconds()));
            Column part = term.subject()
                    .map(subject ->
                            when(words.get(subject).equalTo(term.value()), each).otherwise(0.0))
                    .orElse(each);
            seconds = seconds.plus(part);
        }
        return greatest(round(seconds).cast("long"), lit(0L));
    }

    /** One pass over the events, then a row for each cause. */
    private static Dataset<Row> added(Dataset<Row> events, Map<String, Column> units) {
        List<String> causes = List.copyOf(units.keySet());
        Column[] sums = new Column[causes.size()];
        Column[] rows = new Column[causes.size()];
        for (int place = 0; place < rows.length; place++) {
            String name = "_sum" + place;
            sums[place] = sum(units.get(causes.get(place))).as(name);
            rows[place] = struct(lit(causes.get(place)).as(CAUSE), col(name).as(FctCostToServe.DRIVER_COUNT.name()));
        }
        return events.groupBy(customer(), FctCostToServe.MONTH_DATE.col())
                .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
                .select(
                        customer(),
                        FctCostToServe.MONTH_DATE.col(),
                        explode(array(rows)).as("_unit"))
                .select(customer(), FctCostToServe.MONTH_DATE.col(), col("_unit.*"));
    }

    private static Column customer() {
        return FctCostToServe.CUSTOMER_KEY.col();
    }

    private static Column month(Field date) {
        return FctCostToServe.MONTH_DATE.is(Days.month(date.col()));
    }
}
