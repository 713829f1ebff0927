package io.linkage.core.employee;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Answers;
import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.Lookup;
import io.linkage.settings.PrivacySettings;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.EngagementRespondent;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.EngagementAnswer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Employees behind the engagement of each group. What one night shows of a group and what a later one shows must differ by
 * the answers of at least a minimum group, else the difference gives away what a few answered: until then a group stays as
 * it was shown.
 */
public final class BuildEngagementRespondent {
    public static final Build BUILD = Build.of(EngagementRespondent.TABLE)
            .reads(BuildEngagementRespondent::from, EngagementAnswer.TABLE, Employee.TABLE, DimOrgUnit.TABLE);

    private static final Column[] GROUP = {
        EngagementRespondent.UNIT_KEY.col(),
        EngagementRespondent.WAVE_DATE.col(),
        EngagementRespondent.CONSTRUCT_CODE.col()
    };

    private BuildEngagementRespondent() {}

    static Dataset<Row> from(Inputs in) {
        String[] keys =
                EngagementRespondent.TABLE.keys().stream().map(Field::name).toArray(String[]::new);
        Dataset<Row> now = persons(in).withColumnRenamed(EngagementRespondent.SCALE_SHARE.name(), "_now");
        Dataset<Row> shown = in.before()
                .withColumnRenamed(EngagementRespondent.SCALE_SHARE.name(), "_shown")
                .withColumnRenamed(EngagementRespondent.PUBLICATION_CODE.name(), "_code");
        int minimum = in.settings(PrivacySettings.class).minimumGroup();
        return EngagementRespondent.TABLE.shape(chosen(now.join(shown, keys, "full_outer"), minimum));
    }

    /** Mean answer of each employee in the unit of the wave's day. */
    private static Dataset<Row> persons(Inputs in) {
        String date = EngagementAnswer.WAVE_DATE.name();
        Dataset<Row> answers = in.rows(EngagementAnswer.TABLE)
                .filter(EngagementAnswer.ANSWER_SCORE
                        .col()
                        .isNotNull()
                        .and(EngagementAnswer.WAVE_DATE.col().leq(Days.day(in.asOf()))));
        Dataset<Row> ofUnits = Spells.unitOf(in, answers, EngagementAnswer.EMPLOYEE_SOURCE_ID.name(), date);
        Column least = EngagementAnswer.LEAST_SCORE.col();
        Column most = EngagementAnswer.MOST_SCORE.col();
        Column answer = Answers.bestHighest(
                EngagementAnswer.ANSWER_SCORE.col(), least, most, EngagementAnswer.IS_REVERSED.col());
        return Lookup.unit(ofUnits, in.rows(DimOrgUnit.TABLE), Employee.UNIT_SOURCE_ID.name(), date)
                .groupBy(EngagementRespondent.TABLE.keyColumns())
                .agg(EngagementRespondent.SCALE_SHARE.is(Exact.mean(Answers.scaleShare(answer, least, most))));
    }

    /** Of each group the employees of now, or those that it was shown with. */
    private static Dataset<Row> chosen(Dataset<Row> both, int minimum) {
        WindowSpec group = Window.partitionBy(GROUP);
        Column alike = col("_now").eqNullSafe(col("_shown"));
        Column enough = count(col("_now")).over(group).geq(minimum);
        Column wasShown =
                coalesce(max(col("_code").notEqual(EngagementRespondent.SMALL)).over(group), lit(false));
        Column changed = sum(when(alike, 0).otherwise(1)).over(group).geq(minimum);
        Column code = when(col("_is_new").and(col("_is_enough")), EngagementRespondent.SHOWN)
                .when(col("_is_new"), EngagementRespondent.SMALL)
                .when(col("_is_changed"), EngagementRespondent.HELD)
                .otherwise(EngagementRespondent.SHOWN);
        return both.withColumn("_is_enough", enough)
                .withColumn("_is_changed", changed)
                .withColumn("_is_new", wasShown.equalTo(false).or(changed.and(enough)))
                .withColumn(
                        EngagementRespondent.SCALE_SHARE.name(),
                        when(col("_is_new"), col("_now")).otherwise(col("_shown")))
                .withColumn(EngagementRespondent.PUBLICATION_CODE.name(), code)
                .filter(EngagementRespondent.SCALE_SHARE.col().isNotNull());
    }
}
