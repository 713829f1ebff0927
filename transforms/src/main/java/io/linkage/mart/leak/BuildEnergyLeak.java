package io.linkage.mart.leak;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.ContractSpells;
import io.linkage.settings.LeakSettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctImprovement;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.mart.EnergyLeak;
import io.linkage.table.score.ScoreClv;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Counts, waits and euro of feedback per stage; each feedback waits for one stage at most. */
public final class BuildEnergyLeak {
    public static final Build BUILD = Build.of(EnergyLeak.TABLE)
            .reads(
                    BuildEnergyLeak::from,
                    FctFeedback.TABLE,
                    FctImprovement.TABLE,
                    DimOrgUnit.TABLE,
                    FctOrderLine.TABLE,
                    FctSubscription.TABLE,
                    ScoreClv.TABLE);

    private static final String STAGE = "_stage";
    private static final String ENTERED = "_entered";
    private static final String REACHED = "_reached";
    private static final String WAITED = "_waited";
    private static final String IS_WAITING = "_is_waiting";
    private static final String IS_FIRST = "_is_first";
    private static final String IS_LOST = "_is_lost";
    private static final String RUNS = "_contract_runs";

    private BuildEnergyLeak() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> around = Around.of(in, Journeys.of(in));
        Dataset<Row> compared = Recovery.compared(in, around);
        Dataset<Row> cells = cells(in, valued(in, around, compared))
                .crossJoin(broadcast(Recovery.effect(in, compared)))
                .withColumn(EnergyLeak.AS_OF_DATE.name(), Days.day(in.asOf()));
        return Shares.told(EnergyLeak.TABLE.shape(recovered(cells)));
    }

    /** Feedback with what is at stake: whether the customer's longest waiting one, lost or not, and what they are worth. */
    private static Dataset<Row> valued(Inputs in, Dataset<Row> around, Dataset<Row> compared) {
        String[] feedback = {FctFeedback.FEEDBACK_ID.name()};
        String[] customer = {FctFeedback.CUSTOMER_KEY.name()};
        Dataset<Row> worth = in.rows(ScoreClv.TABLE).select(ScoreClv.CUSTOMER_KEY.col(), ScoreClv.CLV_AMOUNT.col());
        WindowSpec ofCustomer = Window.partitionBy(FctFeedback.CUSTOMER_KEY.col())
                .orderBy(col(IS_WAITING).desc(), col(Journeys.GIVEN), FctFeedback.FEEDBACK_ID.col());
        Column isSilent = col(Around.SINCE)
                .equalTo(0)
                .and(date_add(
                                col(Journeys.GIVEN),
                                in.settings(LeakSettings.class).windowDays())
                        .leq(Days.day(in.asOf())));
        return around.join(compared.select(FctFeedback.FEEDBACK_ID.col(), col(Recovery.IS_TOLD)), feedback, "left")
                .join(worth, customer, "left")
                .join(underContract(in), customer, "left")
                .withColumn(IS_WAITING, col(Journeys.TOLD).isNull())
                .withColumn(
                        IS_FIRST,
                        FctFeedback.CUSTOMER_KEY
                                .col()
                                .gt(0)
                                .and(row_number().over(ofCustomer).equalTo(1)))
                .withColumn(
                        IS_LOST,
                        isSilent.and(col(Around.YEAR).gt(0)).and(col(RUNS).isNull()));
    }

    /** Customers whose contract runs: who pays by the month need not order to have stayed. */
    private static Dataset<Row> underContract(Inputs in) {
        return in.rows(FctSubscription.TABLE)
                .filter(ContractSpells.runs(in.asOf()))
                .select(FctSubscription.CUSTOMER_KEY.col(), lit(true).as(RUNS))
                .distinct();
    }

    private static Dataset<Row> cells(Inputs in, Dataset<Row> valued) {
        Column stages = array(
                stage(EnergyLeak.GIVEN, Journeys.GIVEN, Journeys.GIVEN),
                stage(EnergyLeak.HEARD, Journeys.GIVEN, Journeys.HEARD),
                stage(EnergyLeak.PLANNED, Journeys.HEARD, Journeys.PLANNED),
                stage(EnergyLeak.CARRIED_OUT, Journeys.PLANNED, Journeys.CARRIED_OUT),
                stage(EnergyLeak.TOLD, Journeys.CARRIED_OUT, Journeys.TOLD));
        Column entered = col(STAGE).getField(ENTERED);
        Column reached = col(STAGE).getField(REACHED);
        Column waits = entered.isNotNull().and(reached.isNull());
        int blocked = in.settings(LeakSettings.class).blockedDays();
        Column isBlocked = waits.and(datediff(Days.day(in.asOf()), entered).gt(blocked));
        Column counts = waits.and(col(IS_FIRST));
        Column isRecovered = col(Recovery.IS_TOLD).and(isStage(EnergyLeak.TOLD));
        return valued.withColumn(STAGE, explode(stages))
                .withColumn(WAITED, datediff(reached, entered))
                .groupBy(
                        EnergyLeak.MONTH_DATE.col(),
                        EnergyLeak.UNIT_SOURCE_ID.col(),
                        EnergyLeak.THEME_CODE.col(),
                        EnergyLeak.STAGE_CODE.is(col(STAGE).getField(EnergyLeak.STAGE_CODE.name())))
                .agg(
                        EnergyLeak.ENTERED_COUNT.is(count(entered)),
                        EnergyLeak.REACHED_COUNT.is(count(reached)),
                        EnergyLeak.MEDIAN_DAYS.is(wait("0.5")),
                        EnergyLeak.SLOW_DAYS.is(wait("0.9")),
                        EnergyLeak.WAITING_COUNT.is(count(when(waits, 1))),
                        EnergyLeak.BLOCKED_COUNT.is(count(when(isBlocked, 1))),
                        EnergyLeak.AT_RISK_AMOUNT.is(amount(counts.and(not(col(IS_LOST))), ScoreClv.CLV_AMOUNT)),
                        EnergyLeak.LOST_AMOUNT.is(Money.ofCents(
                                coalesce(sum(when(counts.and(col(IS_LOST)), col(Around.YEAR))), lit(0L)))),
                        EnergyLeak.RECOVERED_CUSTOMER_COUNT.is(count(when(isRecovered, 1))));
    }

    private static Column stage(String code, String before, String itself) {
        return struct(
                lit(code).as(EnergyLeak.STAGE_CODE.name()),
                col(before).as(ENTERED),
                col(itself).as(REACHED));
    }

    private static Column isStage(String code) {
        return col(STAGE).getField(EnergyLeak.STAGE_CODE.name()).equalTo(code);
    }

    private static Column wait(String part) {
        return expr("percentile_disc(" + part + ") within group (order by " + WAITED + ")")
                .cast("int");
    }

    private static Column amount(Column counts, Field amount) {
        return coalesce(sum(when(counts, amount.col())), lit(0));
    }

    private static Dataset<Row> recovered(Dataset<Row> cells) {
        Column customers = EnergyLeak.RECOVERED_CUSTOMER_COUNT.col();
        return cells.withColumn(EnergyLeak.RECOVERED_AMOUNT.name(), times(customers, Recovery.ESTIMATE))
                .withColumn(EnergyLeak.RECOVERED_LOW_AMOUNT.name(), times(customers, Recovery.LOW))
                .withColumn(EnergyLeak.RECOVERED_HIGH_AMOUNT.name(), times(customers, Recovery.HIGH))
                .withColumn(EnergyLeak.TOLD_CUSTOMER_COUNT.name(), col(Recovery.TOLD))
                .withColumn(EnergyLeak.COMPARED_CUSTOMER_COUNT.name(), col(Recovery.COMPARED))
                .withColumn(EnergyLeak.RECOVERY_CODE.name(), Recovery.code())
                .withColumn(EnergyLeak.REACHED_SHARE.name(), EnergyLeak.REACHED_SHARE.unknown())
                .withColumn(EnergyLeak.REACHED_LOW_SHARE.name(), EnergyLeak.REACHED_LOW_SHARE.unknown())
                .withColumn(EnergyLeak.REACHED_HIGH_SHARE.name(), EnergyLeak.REACHED_HIGH_SHARE.unknown());
    }

    private static Column times(Column customers, String amount) {
        return when(isTold(), round(customers.multiply(col(amount)), 2).cast("decimal(18,2)"));
    }

    private static Column isTold() {
        return EnergyLeak.STAGE_CODE.col().equalTo(EnergyLeak.TOLD);
    }
}
