package io.linkage.mart.leak;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Finite;
import io.linkage.contract.Inputs;
import io.linkage.model.campaign.Arm;
import io.linkage.model.campaign.Effect;
import io.linkage.model.campaign.spark.ArmSums;
import io.linkage.settings.LeakSettings;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.mart.EnergyLeak;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What customers brought in more after they were told what was done with their feedback, beside those whose feedback was not carried
 * out: the difference of the margin after, adjusted for the margin before (CUPED). Those compared are weighted to give feedback of
 * each kind as often as those told. Nobody drew lots over whom to tell: it is an association.
 */
final class Recovery {
    static final String IS_TOLD = "_is_told";
    /** Euro per customer, with its 95 % interval; empty where too few were compared. */
    static final String ESTIMATE = "_estimate";

    static final String LOW = "_low";
    static final String HIGH = "_high";
    static final String TOLD = "_told_customers";
    static final String COMPARED = "_compared_customers";

    private static final String W = "_w";
    private static final String X = "_x";
    private static final String Y = "_y";
    private static final double CENTS = 100.0;
    private static final int SUMS = 7;
    private static final StructType EFFECT = new StructType()
            .add(TOLD, DataTypes.LongType)
            .add(COMPARED, DataTypes.LongType)
            .add(ESTIMATE, DataTypes.DoubleType)
            .add(LOW, DataTypes.DoubleType)
            .add(HIGH, DataTypes.DoubleType);

    private Recovery() {}

    /** The feedback with which each customer enters the comparison, told or not, where the window after it is over. */
    static Dataset<Row> compared(Inputs in, Dataset<Row> around) {
        int window = in.settings(LeakSettings.class).windowDays();
        Column told = col(Journeys.TOLD).isNotNull();
        Column over = date_add(col(Around.START), window).leq(Days.day(in.asOf()));
        WindowSpec ofCustomer = Window.partitionBy(FctFeedback.CUSTOMER_KEY.col())
                .orderBy(col(IS_TOLD).desc(), col(Journeys.GIVEN), FctFeedback.FEEDBACK_ID.col());
        WindowSpec ofKind = Window.partitionBy(FctFeedback.KIND_CODE.col());
        Column toldOfKind = count(when(col(IS_TOLD), 1)).over(ofKind);
        Column othersOfKind = count(when(not(col(IS_TOLD)), 1)).over(ofKind);
        return around.filter(FctFeedback.CUSTOMER_KEY.col().gt(0).and(over))
                .filter(told.or(col(Journeys.CARRIED_OUT).isNull()))
                .withColumn(IS_TOLD, told)
                .withColumn("_place", row_number().over(ofCustomer))
                .filter(col("_place").equalTo(1))
                .withColumn("_told_of_kind", toldOfKind)
                .withColumn("_others_of_kind", othersOfKind)
                .filter(col("_told_of_kind").gt(0).and(col("_others_of_kind").gt(0)))
                .select(
                        FctFeedback.FEEDBACK_ID.col(),
                        col(IS_TOLD),
                        when(col(IS_TOLD), 1.0)
                                .otherwise(col("_told_of_kind").divide(col("_others_of_kind")))
                                .as(W),
                        col(Around.EARLIER).divide(CENTS).as(X),
                        col(Around.LATER).divide(CENTS).as(Y));
    }

    /** One row: how many were compared, and the difference per customer. */
    static Dataset<Row> effect(Inputs in, Dataset<Row> compared) {
        int least = in.settings(LeakSettings.class).leastCustomers();
        List<Column> sums = new ArrayList<>(sums(col(IS_TOLD)));
        sums.addAll(sums(not(col(IS_TOLD))));
        return compared.agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .map((MapFunction<Row, Row>) row -> told(arm(row, 0), arm(row, SUMS + 1), least), Encoders.row(EFFECT));
    }

    private static List<Column> sums(Column isIn) {
        Stream<Column> sums = ArmSums.of(isIn, col(W), col(X), col(Y)).stream().map(sum -> coalesce(sum, lit(0.0)));
        return Stream.concat(Stream.of(count(when(isIn, 1))), sums).toList();
    }

    private static Arm arm(Row row, int first) {
        return new Arm(
                row.getLong(first),
                row.getDouble(first + 1),
                row.getDouble(first + 2),
                row.getDouble(first + 3),
                row.getDouble(first + 4),
                row.getDouble(first + 5),
                row.getDouble(first + 6),
                row.getDouble(first + 7));
    }

    private static Row told(Arm told, Arm others, int least) {
        if (told.customers() < least || others.customers() < least) {
            return RowFactory.create(told.customers(), others.customers(), null, null, null);
        }
        Effect effect = Effect.of(told, others);
        return RowFactory.create(
                told.customers(),
                others.customers(),
                effect.estimate(),
                Finite.orNull(effect.low()),
                Finite.orNull(effect.high()));
    }

    /** Whether the difference is told, or why not. */
    static Column code() {
        return when(col(ESTIMATE).isNotNull(), EnergyLeak.SHOWN).otherwise(EnergyLeak.TOO_FEW);
    }
}
