package io.linkage.mart.leak;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.core.Units;
import io.linkage.model.experience.Figure;
import io.linkage.model.experience.Share;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.mart.EmployeeLeak;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Who disagrees, per unit and for the company. The company is the sum of the units that are shown: what is withheld cannot be
 * found by taking units from it.
 */
public final class BuildEmployeeLeak {
    public static final Build BUILD =
            Build.of(EmployeeLeak.TABLE).reads(BuildEmployeeLeak::from, FctEngagement.TABLE, DimOrgUnit.TABLE);

    private BuildEmployeeLeak() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> units = units(in);
        Dataset<Row> rows = units.unionByName(company(units))
                .withColumn(EmployeeLeak.AS_OF_DATE.name(), Days.day(in.asOf()))
                .withColumn(EmployeeLeak.BENCHMARK_COUNT.name(), lit((long) Benchmark.EMPLOYEES))
                .withColumn(EmployeeLeak.BENCHMARK_SHARE.name(), lit(0.0))
                .withColumn(EmployeeLeak.DISAGREE_SHARE.name(), EmployeeLeak.DISAGREE_SHARE.unknown())
                .withColumn(EmployeeLeak.DISAGREE_LOW_SHARE.name(), EmployeeLeak.DISAGREE_LOW_SHARE.unknown())
                .withColumn(EmployeeLeak.DISAGREE_HIGH_SHARE.name(), EmployeeLeak.DISAGREE_HIGH_SHARE.unknown())
                .withColumn(EmployeeLeak.DIFFERENCE_ESTIMATE.name(), EmployeeLeak.DIFFERENCE_ESTIMATE.unknown())
                .withColumn(EmployeeLeak.DIFFERENCE_LOW_ESTIMATE.name(), EmployeeLeak.DIFFERENCE_LOW_ESTIMATE.unknown())
                .withColumn(
                        EmployeeLeak.DIFFERENCE_HIGH_ESTIMATE.name(), EmployeeLeak.DIFFERENCE_HIGH_ESTIMATE.unknown());
        return EmployeeLeak.TABLE
                .shape(rows)
                .map((MapFunction<Row, Row>) BuildEmployeeLeak::compared, Encoders.row(EmployeeLeak.TABLE.schema()));
    }

    private static Dataset<Row> units(Inputs in) {
        return in.rows(FctEngagement.TABLE)
                .filter(FctEngagement.CONSTRUCT_CODE.col().isin(Benchmark.constructs()))
                .join(broadcast(Units.named(in)), new String[] {FctEngagement.UNIT_KEY.name()}, "inner")
                .select(
                        EmployeeLeak.WAVE_DATE.col(),
                        EmployeeLeak.UNIT_SOURCE_ID.col(),
                        EmployeeLeak.CONSTRUCT_CODE.col(),
                        EmployeeLeak.SUPPRESSION_CODE.col(),
                        EmployeeLeak.RESPONDENT_COUNT.col(),
                        EmployeeLeak.DISAGREE_COUNT.col());
    }

    private static Dataset<Row> company(Dataset<Row> units) {
        return units.groupBy(EmployeeLeak.WAVE_DATE.col(), EmployeeLeak.CONSTRUCT_CODE.col())
                .agg(
                        EmployeeLeak.RESPONDENT_COUNT.is(sum(EmployeeLeak.RESPONDENT_COUNT.col())),
                        EmployeeLeak.DISAGREE_COUNT.is(sum(EmployeeLeak.DISAGREE_COUNT.col())))
                .withColumn(EmployeeLeak.UNIT_SOURCE_ID.name(), lit(EmployeeLeak.ALL))
                .withColumn(
                        EmployeeLeak.SUPPRESSION_CODE.name(),
                        when(EmployeeLeak.RESPONDENT_COUNT.col().isNull(), FctEngagement.SMALL)
                                .otherwise(FctEngagement.SHOWN));
    }

    /** With its benchmark, and where the group is shown also the share and how far it is from the benchmark. */
    private static Row compared(Row group) {
        Share benchmark = Benchmark.of(group.getAs(EmployeeLeak.CONSTRUCT_CODE.name()));
        Map<Field, Double> values = new HashMap<>();
        values.put(EmployeeLeak.BENCHMARK_SHARE, benchmark.figure().estimate());
        Long respondents = group.getAs(EmployeeLeak.RESPONDENT_COUNT.name());
        if (respondents != null) {
            Share disagree = new Share(group.<Long>getAs(EmployeeLeak.DISAGREE_COUNT.name()), respondents);
            Figure share = disagree.figure();
            Figure difference = disagree.less(benchmark);
            values.put(EmployeeLeak.DISAGREE_SHARE, share.estimate());
            values.put(EmployeeLeak.DISAGREE_LOW_SHARE, share.low());
            values.put(EmployeeLeak.DISAGREE_HIGH_SHARE, share.high());
            values.put(EmployeeLeak.DIFFERENCE_ESTIMATE, difference.estimate());
            values.put(EmployeeLeak.DIFFERENCE_LOW_ESTIMATE, difference.low());
            values.put(EmployeeLeak.DIFFERENCE_HIGH_ESTIMATE, difference.high());
        }
        return Filled.of(EmployeeLeak.TABLE, group, values);
    }
}
