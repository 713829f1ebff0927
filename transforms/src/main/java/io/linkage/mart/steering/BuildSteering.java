package io.linkage.mart.steering;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.EnergyLeak;
import io.linkage.table.mart.Experience;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.ValueConcentration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The measures of sales, service and delivery, month by month, for the company and its units. */
public final class BuildSteering {
    public static final Build BUILD = Build.of(Steering.TABLE)
            .reads(
                    BuildSteering::from,
                    FctOrderLine.TABLE,
                    FctCustomerEmployee.TABLE,
                    FctCostToServe.TABLE,
                    FctEngagement.TABLE,
                    DimOrgUnit.TABLE,
                    Experience.TABLE,
                    EnergyLeak.TABLE,
                    CustomerEquity.TABLE,
                    CustomerValue.TABLE,
                    ValueConcentration.TABLE);

    private BuildSteering() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> measured = Flows.of(in).unionByName(States.of(in));
        return Steering.TABLE.shape(Series.of(measured, in.asOf()));
    }
}
