package io.linkage.core.employee;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Lookup;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.staging.DepartmentEstimate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Units' own estimates for the years that had begun. */
public final class BuildDepartmentEstimate {
    public static final Build BUILD = Build.of(FctDepartmentEstimate.TABLE)
            .reads(BuildDepartmentEstimate::from, DepartmentEstimate.TABLE, DimOrgUnit.TABLE);

    private BuildDepartmentEstimate() {}

    static Dataset<Row> from(Inputs in) {
        Column begin = make_date(DepartmentEstimate.YEAR_NUMBER.col(), lit(1), lit(1));
        Dataset<Row> dated = in.rows(DepartmentEstimate.TABLE).withColumn("_begin", begin);
        return FctDepartmentEstimate.TABLE.shape(
                Lookup.unit(dated, in.rows(DimOrgUnit.TABLE), DepartmentEstimate.UNIT_SOURCE_ID.name(), "_begin"));
    }
}
