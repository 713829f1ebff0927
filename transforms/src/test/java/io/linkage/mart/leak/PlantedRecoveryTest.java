package io.linkage.mart.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.TestInputs;
import io.linkage.TestSession;
import io.linkage.table.core.FctFeedback;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/**
 * What telling customers brought in is found where it was planted. Complaints come from those who buy less and are told more often:
 * without their weights told customers would look worse than the others.
 */
class PlantedRecoveryTest {
    private static final int SEEDS = 20;
    private static final int CUSTOMERS = 600;
    private static final StructType AROUND = new StructType()
            .add(FctFeedback.CUSTOMER_KEY.name(), DataTypes.LongType)
            .add(FctFeedback.FEEDBACK_ID.name(), DataTypes.StringType)
            .add(FctFeedback.KIND_CODE.name(), DataTypes.StringType)
            .add(Journeys.GIVEN, DataTypes.DateType)
            .add(Journeys.CARRIED_OUT, DataTypes.DateType)
            .add(Journeys.TOLD, DataTypes.DateType)
            .add(Around.START, DataTypes.DateType)
            .add(Around.EARLIER, DataTypes.LongType)
            .add(Around.LATER, DataTypes.LongType);

    @Test
    void thePlantedEuroLieInTheirInterval() {
        List<Row> effects = effects(15);

        assertThat(effects).filteredOn(effect -> holds(effect, 15)).hasSizeGreaterThanOrEqualTo(16);
        assertThat(effects).filteredOn(effect -> !holds(effect, 0)).hasSizeGreaterThanOrEqualTo(16);
    }

    @Test
    void whereTellingBringsNothingNothingIsClaimed() {
        assertThat(effects(0)).filteredOn(effect -> !holds(effect, 0)).hasSizeLessThanOrEqualTo(3);
    }

    private static boolean holds(Row effect, double euro) {
        return effect.<Double>getAs(Recovery.LOW) <= euro && effect.<Double>getAs(Recovery.HIGH) >= euro;
    }

    private static List<Row> effects(double planted) {
        List<Row> effects = new ArrayList<>();
        TestInputs inputs = TestInputs.asOf("2024-12-31");
        for (int seed = 1; seed <= SEEDS; seed++) {
            var around = TestSession.spark().createDataFrame(customers(planted, seed), AROUND);
            effects.add(
                    Recovery.effect(inputs, Recovery.compared(inputs, around)).first());
        }
        return effects;
    }

    private static List<Row> customers(double planted, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        Date given = Date.valueOf("2024-03-01");
        Date told = Date.valueOf("2024-04-01");
        for (long customer = 1; customer <= CUSTOMERS; customer++) {
            boolean complains = random.nextBoolean();
            boolean isTold = random.nextDouble() < (complains ? .5 : .15);
            double habit = random.nextDouble() * (complains ? 40 : 120);
            double earlier = habit + random.nextDouble() * 40;
            double later = habit + random.nextDouble() * 40 + (isTold ? planted : 0);
            rows.add(RowFactory.create(
                    customer,
                    "f" + customer,
                    complains ? "complaint" : "idea",
                    given,
                    isTold ? told : null,
                    isTold ? told : null,
                    told,
                    Math.round(earlier * 100),
                    Math.round(later * 100)));
        }
        return rows;
    }
}
