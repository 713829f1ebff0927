package io.linkage.core.employee;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Lookup;
import io.linkage.core.Units;
import io.linkage.settings.LinkageSettings;
import io.linkage.settings.PrivacySettings;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.EngagementRespondent;
import io.linkage.table.core.FctEngagement;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Engagement per unit: mean over employees of each one's mean answer. A group below the minimum is withheld; where it is
 * the only one withheld under its parent, the next smallest is withheld with it, so that no total gives it away.
 */
public final class BuildEngagement {
    public static final Build BUILD = Build.of(FctEngagement.TABLE)
            .reads(BuildEngagement::from, EngagementRespondent.TABLE, DimOrgUnit.TABLE, DimDate.TABLE);

    private static final String PARENT = "_parent";
    private static final double MIDDLE = 0.5;

    private BuildEngagement() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> units = in.rows(DimOrgUnit.TABLE);
        Dataset<Row> groups =
                Lookup.unitVersion(grouped(in.rows(EngagementRespondent.TABLE)), units, FctEngagement.WAVE_DATE.name());
        Dataset<Row> parents = units.select(
                DimOrgUnit.UNIT_SK.col(), DimOrgUnit.PARENT_UNIT_SOURCE_ID.col().as(PARENT));
        int minimum = in.settings(PrivacySettings.class).minimumGroup();
        return FctEngagement.TABLE.shape(standing(
                in, withheld(groups.join(parents, new String[] {DimOrgUnit.UNIT_SK.name()}, "left"), minimum)));
    }

    /** A wave tells of the people who were there, and for so long: after one that was skipped nothing is known. */
    private static Dataset<Row> standing(Inputs in, Dataset<Row> waves) {
        int months = in.settings(LinkageSettings.class).waveMonths();
        Column tooOld = add_months(FctEngagement.WAVE_DATE.col(), months);
        return waves.join(Units.withMergers(in), new String[] {DimOrgUnit.UNIT_KEY.name()}, "left")
                .withColumn(
                        FctEngagement.STANDS_UNTIL_DATE.name(),
                        least(tooOld, Units.takesUpAfter(FctEngagement.WAVE_DATE.col())));
    }

    private static Dataset<Row> grouped(Dataset<Row> respondents) {
        Column share = EngagementRespondent.SCALE_SHARE.col();
        Column hidden = EngagementRespondent.PUBLICATION_CODE.col().notEqual(EngagementRespondent.SHOWN);
        return respondents
                .groupBy(
                        EngagementRespondent.UNIT_KEY.col(),
                        EngagementRespondent.WAVE_DATE.col(),
                        EngagementRespondent.CONSTRUCT_CODE.col())
                .agg(
                        FctEngagement.SCALE_SHARE.is(Exact.mean(share)),
                        FctEngagement.RESPONDENT_COUNT.is(count(lit(1))),
                        FctEngagement.DISAGREE_COUNT.is(count(when(share.lt(MIDDLE), 1))),
                        max(hidden).as("_is_hidden"));
    }

    private static Dataset<Row> withheld(Dataset<Row> groups, int minimum) {
        WindowSpec siblings =
                Window.partitionBy(col(PARENT), FctEngagement.WAVE_DATE.col(), FctEngagement.CONSTRUCT_CODE.col());
        Column small = col("_is_hidden").or(FctEngagement.RESPONDENT_COUNT.col().lt(minimum));
        Column smallest = row_number()
                .over(siblings.orderBy(
                        col("_is_small"), FctEngagement.RESPONDENT_COUNT.col(), FctEngagement.UNIT_KEY.col()));
        Column alone = col("_small_count").equalTo(1).and(col("_place").equalTo(1));
        Column suppression = when(col("_is_small"), FctEngagement.SMALL)
                .when(alone, FctEngagement.COMPLEMENTARY)
                .otherwise(FctEngagement.SHOWN);
        Column shown = FctEngagement.SUPPRESSION_CODE.col().equalTo(FctEngagement.SHOWN);
        return groups.withColumn("_is_small", small)
                .withColumn("_small_count", sum(when(small, 1).otherwise(0)).over(siblings))
                .withColumn("_place", smallest)
                .withColumn(FctEngagement.SUPPRESSION_CODE.name(), suppression)
                .withColumn(FctEngagement.SCALE_SHARE.name(), when(shown, FctEngagement.SCALE_SHARE.col()))
                .withColumn(FctEngagement.RESPONDENT_COUNT.name(), when(shown, FctEngagement.RESPONDENT_COUNT.col()))
                .withColumn(FctEngagement.DISAGREE_COUNT.name(), when(shown, FctEngagement.DISAGREE_COUNT.col()))
                .withColumn(FctEngagement.WAVE_DATE_KEY.name(), Days.key(FctEngagement.WAVE_DATE.col()));
    }
}
