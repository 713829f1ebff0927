package io.linkage.table;

import io.linkage.contract.Table;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.core.DimChannel;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.DimEmployee;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.DimProduct;
import io.linkage.table.core.DimQuestion;
import io.linkage.table.core.EngagementRespondent;
import io.linkage.table.core.FctCampaignContact;
import io.linkage.table.core.FctConsent;
import io.linkage.table.core.FctCostToServe;
import io.linkage.table.core.FctCustomerAttribute;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctDepartmentEstimate;
import io.linkage.table.core.FctEngagement;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctImprovement;
import io.linkage.table.core.FctInteraction;
import io.linkage.table.core.FctNoAnswer;
import io.linkage.table.core.FctOrderLine;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.core.FctSurveyAnswer;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.core.KeyMap;
import io.linkage.table.mart.CampaignValue;
import io.linkage.table.mart.ChannelValue;
import io.linkage.table.mart.CustomerEquity;
import io.linkage.table.mart.CustomerValue;
import io.linkage.table.mart.EmployeeLeak;
import io.linkage.table.mart.EnergyLeak;
import io.linkage.table.mart.EstimateVsMeasured;
import io.linkage.table.mart.Experience;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.mart.NextBestAction;
import io.linkage.table.mart.PriorityMatrix;
import io.linkage.table.mart.Segment;
import io.linkage.table.mart.ServiceProfitChain;
import io.linkage.table.mart.Steering;
import io.linkage.table.mart.ValueConcentration;
import io.linkage.table.ops.Batch;
import io.linkage.table.ops.DataIssue;
import io.linkage.table.ops.Dictionary;
import io.linkage.table.ops.Intake;
import io.linkage.table.ops.Model;
import io.linkage.table.ops.Reconciliation;
import io.linkage.table.ops.Run;
import io.linkage.table.score.FeatureCampaign;
import io.linkage.table.score.FeatureChurn;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreChurn;
import io.linkage.table.score.ScoreClv;
import io.linkage.table.score.ScoreProspect;
import io.linkage.table.score.ScoreUplift;
import io.linkage.table.score.ScoreWallet;
import io.linkage.table.score.ScoreWinBack;
import io.linkage.table.staging.ActivityCost;
import io.linkage.table.staging.Campaign;
import io.linkage.table.staging.CampaignContact;
import io.linkage.table.staging.Consent;
import io.linkage.table.staging.Customer;
import io.linkage.table.staging.CustomerAttribute;
import io.linkage.table.staging.DepartmentEstimate;
import io.linkage.table.staging.Employee;
import io.linkage.table.staging.EngagementAnswer;
import io.linkage.table.staging.Feedback;
import io.linkage.table.staging.FxRate;
import io.linkage.table.staging.Improvement;
import io.linkage.table.staging.Interaction;
import io.linkage.table.staging.OrderLine;
import io.linkage.table.staging.Product;
import io.linkage.table.staging.Subscription;
import io.linkage.table.staging.SurveyAnswer;
import io.linkage.table.staging.Touchpoint;
import io.linkage.table.staging.WalletAnswer;
import java.util.List;
import java.util.stream.Stream;

/** Every table of the warehouse; a contract that is missing here fails a test. */
public final class Tables {
    /** Contracts of the feeds, in the order in which the documentation names them. */
    public static final List<Table> STAGING = List.of(
            Customer.TABLE,
            CustomerAttribute.TABLE,
            OrderLine.TABLE,
            Product.TABLE,
            Subscription.TABLE,
            Campaign.TABLE,
            CampaignContact.TABLE,
            Touchpoint.TABLE,
            Interaction.TABLE,
            Consent.TABLE,
            SurveyAnswer.TABLE,
            WalletAnswer.TABLE,
            Feedback.TABLE,
            Employee.TABLE,
            EngagementAnswer.TABLE,
            Improvement.TABLE,
            DepartmentEstimate.TABLE,
            ActivityCost.TABLE,
            FxRate.TABLE);

    /** The conformed star. */
    public static final List<Table> CORE = List.of(
            KeyMap.TABLE,
            CustomerIdentity.TABLE,
            DimDate.TABLE,
            DimCustomer.TABLE,
            DimOrgUnit.TABLE,
            DimEmployee.TABLE,
            DimProduct.TABLE,
            DimChannel.TABLE,
            DimCampaign.TABLE,
            DimQuestion.TABLE,
            FctCustomerAttribute.TABLE,
            FctOrderLine.TABLE,
            FctSubscription.TABLE,
            FctInteraction.TABLE,
            FctTouchpoint.TABLE,
            FctCampaignContact.TABLE,
            FctConsent.TABLE,
            FctSurveyAnswer.TABLE,
            FctNoAnswer.TABLE,
            FctWalletAnswer.TABLE,
            FctFeedback.TABLE,
            EngagementRespondent.TABLE,
            FctEngagement.TABLE,
            FctImprovement.TABLE,
            FctDepartmentEstimate.TABLE,
            FctCostToServe.TABLE,
            FctCustomerEmployee.TABLE);

    /** Features and scores. */
    public static final List<Table> SCORE = List.of(
            FeatureCustomer.TABLE,
            FeatureChurn.TABLE,
            FeatureCampaign.TABLE,
            ScoreClv.TABLE,
            ScoreChurn.TABLE,
            ScoreWallet.TABLE,
            ScoreUplift.TABLE,
            ScoreWinBack.TABLE,
            ScoreProspect.TABLE);

    /** What readers read. */
    public static final List<Table> MART = List.of(
            CustomerValue.TABLE,
            CustomerEquity.TABLE,
            Segment.TABLE,
            ValueConcentration.TABLE,
            Experience.TABLE,
            CampaignValue.TABLE,
            ChannelValue.TABLE,
            EstimateVsMeasured.TABLE,
            EnergyLeak.TABLE,
            EmployeeLeak.TABLE,
            Steering.TABLE,
            ModelQuality.TABLE,
            NextBestAction.TABLE,
            PriorityMatrix.TABLE,
            ServiceProfitChain.TABLE);

    /** Runs, proofs, models and the dictionary. */
    public static final List<Table> OPS = List.of(
            Batch.TABLE, DataIssue.TABLE, Dictionary.TABLE, Intake.TABLE, Model.TABLE, Reconciliation.TABLE, Run.TABLE);

    /** All of them, sources first. */
    public static final List<Table> ALL =
            Stream.of(STAGING, CORE, SCORE, MART, OPS).flatMap(List::stream).toList();

    private Tables() {}
}
