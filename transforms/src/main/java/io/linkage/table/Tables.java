package io.linkage.table;

import io.linkage.contract.Table;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.EngagementAnswer;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.Interaction;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import io.linkage.table.staging.SurveyAnswer;
import java.util.List;

/** Every table of the warehouse; a contract that is missing here fails a test. */
public final class Tables {
    /** Contracts of the feeds, in the order in which the documentation names them. */
    public static final List<Table> STAGING = List.of(
            Customer.TABLE,
            OrderLine.TABLE,
            Product.TABLE,
            Interaction.TABLE,
            SurveyAnswer.TABLE,
            Employee.TABLE,
            EngagementAnswer.TABLE,
            FxRate.TABLE);

    private Tables() {}
}
