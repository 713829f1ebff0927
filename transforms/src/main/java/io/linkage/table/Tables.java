package io.linkage.table;

import io.linkage.contract.Table;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.core.KeyMap;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.Experience;
import io.linkage.table.mart.ValueConcentration;
import io.linkage.table.ops.Batch;
import io.linkage.table.ops.Dictionary;
import io.linkage.table.ops.Intake;
import io.linkage.table.ops.Model;
import io.linkage.table.ops.Reconciliation;
import io.linkage.table.ops.Run;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.EngagementAnswer;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.Interaction;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import io.linkage.table.staging.SurveyAnswer;
import java.util.List;
import java.util.stream.Stream;

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

    /** The conformed star. */
    public static final List<Table> CORE = List.of(
            KeyMap.TABLE,
            DimDate.TABLE,
            DimCustomer.TABLE,
            DimOrgUnit.TABLE,
            FctOrderLine.TABLE,
            FctInteraction.TABLE,
            FctSurveyAnswer.TABLE,
            FctEngagement.TABLE,
            FctCustomerEmployee.TABLE);

    /** Features and scores. */
    public static final List<Table> SCORE = List.of(FeatureCustomer.TABLE, ScoreClv.TABLE);

    /** What readers read. */
    public static final List<Table> MART =
            List.of(CustomerValue.TABLE, CustomerEquity.TABLE, ValueConcentration.TABLE, Experience.TABLE);

    /** Runs, proofs, models and the dictionary. */
    public static final List<Table> OPS =
            List.of(Batch.TABLE, Dictionary.TABLE, Intake.TABLE, Model.TABLE, Reconciliation.TABLE, Run.TABLE);

    /** All of them, sources first. */
    public static final List<Table> ALL =
            Stream.of(STAGING, CORE, SCORE, MART, OPS).flatMap(List::stream).toList();

    private Tables() {}
}
