package io.linkage.model.action.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.linkage.model.action.Budget;
import io.linkage.model.action.Frontier;
import io.linkage.model.action.Offer;
import io.linkage.model.action.Places;
import io.linkage.model.action.Round;
import io.linkage.model.action.Spending;
import io.linkage.model.action.Step;
import io.linkage.model.action.StepList;
import io.linkage.settings.Action;
import io.linkage.settings.ActionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Shares out places and budget over the offers of all customers.
 *
 * @param settings of actions
 * @param few steps up to which they are looked at on the driver, so that a small company needs one Spark job
 */
record Planning(ActionSettings settings, Round round, int few) {
    private static final int CENTS = 100;
    /** Rows of four numbers: less than a megabyte. */
    static final int FEW = 10_000;

    private static final String NAIVE = "naive";
    private static final StructType ENTRY = SparkSteps.STEP.add(NAIVE, DataTypes.BooleanType);

    /** What is settled before any customer is looked at. */
    Plan of(Dataset<Row> offers) {
        Places places = Places.UNLIMITED;
        for (Map.Entry<Action, Long> capacity : settings.capacityByAction().entrySet()) {
            places = places.and(capacity.getKey(), settled(offers, places, capacity.getKey(), capacity.getValue()));
        }
        if (settings.budgetAmount().isEmpty()) {
            return Plan.unlimited(places);
        }
        long budget = settings.budgetAmount().get() * CENTS;
        List<Spending> spent = spent(offers.flatMap(steps(places, round), Encoders.row(ENTRY)), budget, budget);
        return new Plan(places, spent.get(0), Optional.of(budget), spent.get(1).value());
    }

    private Spending settled(Dataset<Row> offers, Places places, Action action, long capacity) {
        return spent(offers.flatMap(claims(places, action, round), Encoders.row(ENTRY)), capacity, 0)
                .get(0);
    }

    /** The best spending of one sum, and the naive one of another. */
    private List<Spending> spent(Dataset<Row> entries, long sum, long naiveSum) {
        Dataset<Row> kept = entries.persist(StorageLevel.MEMORY_AND_DISK());
        try {
            List<Row> first = kept.limit(few + 1).collectAsList();
            boolean small = first.size() <= few;
            return List.of(
                    Budget.spend(small ? list(first, false) : new SparkSteps(kept.filter(not(col(NAIVE)))), sum),
                    Budget.spend(small ? list(first, true) : new SparkSteps(kept.filter(col(NAIVE))), naiveSum));
        } finally {
            kept.unpersist();
        }
    }

    private static StepList list(List<Row> rows, boolean naive) {
        return new StepList(rows.stream()
                .filter(row -> row.getBoolean(4) == naive)
                .map(SparkSteps::step)
                .toList());
    }

    private static FlatMapFunction<Row, Row> steps(Places places, Round round) {
        return row -> {
            long customer = row.getLong(0);
            List<Offer> allowed = Offer.allowed(places.given(Offers.read(row), customer, round));
            Frontier frontier = Frontier.of(allowed, customer, round.number());
            List<Row> entries = new ArrayList<>();
            frontier.steps().forEach(step -> entries.add(entry(step, false)));
            frontier.naive(customer, round.number()).ifPresent(step -> entries.add(entry(step, true)));
            return entries.iterator();
        };
    }

    private static FlatMapFunction<Row, Row> claims(Places places, Action action, Round round) {
        return row -> {
            long customer = row.getLong(0);
            List<Offer> offers = places.given(Offers.read(row), customer, round);
            return Places.claim(action, offers, customer, round).stream()
                    .map(claim -> entry(claim, false))
                    .iterator();
        };
    }

    private static Row entry(Step step, boolean naive) {
        return RowFactory.create(step.rank(), step.before(), step.cost(), step.value(), naive);
    }
}
