package io.linkage;

import io.linkage.contract.Build;
import io.linkage.core.BuildCustomerEmployee;
import io.linkage.core.calendar.BuildDate;
import io.linkage.core.campaign.BuildCampaign;
import io.linkage.core.campaign.BuildCampaignContact;
import io.linkage.core.campaign.BuildConsent;
import io.linkage.core.commerce.BuildOrderLine;
import io.linkage.core.commerce.BuildProduct;
import io.linkage.core.commerce.BuildSubscription;
import io.linkage.core.contact.BuildChannel;
import io.linkage.core.contact.BuildInteraction;
import io.linkage.core.contact.BuildTouchpoint;
import io.linkage.core.cost.BuildCostToServe;
import io.linkage.core.customer.BuildCustomer;
import io.linkage.core.customer.BuildCustomerAttribute;
import io.linkage.core.employee.BuildDepartmentEstimate;
import io.linkage.core.employee.BuildEmployee;
import io.linkage.core.employee.BuildEngagement;
import io.linkage.core.employee.BuildEngagementRespondent;
import io.linkage.core.employee.BuildImprovement;
import io.linkage.core.employee.BuildOrgUnit;
import io.linkage.core.experience.BuildFeedback;
import io.linkage.core.experience.BuildNoAnswer;
import io.linkage.core.experience.BuildQuestion;
import io.linkage.core.experience.BuildSurveyAnswer;
import io.linkage.core.experience.BuildWalletAnswer;
import io.linkage.core.identity.BuildCustomerIdentity;
import io.linkage.core.identity.BuildKeyMap;
import io.linkage.mart.BuildCustomerEquity;
import io.linkage.mart.BuildCustomerValue;
import io.linkage.mart.BuildDataIssue;
import io.linkage.mart.BuildDictionary;
import io.linkage.mart.BuildEstimateVsMeasured;
import io.linkage.mart.BuildExperience;
import io.linkage.mart.BuildReconciliation;
import io.linkage.mart.BuildSegment;
import io.linkage.mart.BuildValueConcentration;
import io.linkage.mart.leak.BuildEmployeeLeak;
import io.linkage.mart.leak.BuildEnergyLeak;
import io.linkage.mart.steering.BuildSteering;
import io.linkage.model.BuildModel;
import io.linkage.model.action.spark.BuildNextBestAction;
import io.linkage.model.campaign.spark.BuildCampaignValue;
import io.linkage.model.campaign.spark.BuildFeatureCampaign;
import io.linkage.model.channel.spark.BuildChannelValue;
import io.linkage.model.churn.spark.BuildFeatureChurn;
import io.linkage.model.churn.spark.BuildScoreChurn;
import io.linkage.model.clv.spark.BuildScoreClv;
import io.linkage.model.drivers.spark.BuildPriorityMatrix;
import io.linkage.model.feature.BuildFeatureCustomer;
import io.linkage.model.linkage.spark.BuildServiceProfitChain;
import io.linkage.model.quality.spark.BuildModelQuality;
import io.linkage.model.uplift.spark.BuildScoreUplift;
import io.linkage.model.wallet.spark.BuildScoreWallet;
import io.linkage.model.win.spark.BuildScoreProspect;
import io.linkage.model.win.spark.BuildScoreWinBack;
import java.util.List;
import java.util.stream.Stream;

/** Every table that is built from others; their order follows from what they read. */
public final class Builds {
    /** Keys, dimensions and facts: the job conform, after staging. */
    public static final List<Build> CONFORM = List.of(
            BuildKeyMap.BUILD,
            BuildCustomerIdentity.BUILD,
            BuildDate.BUILD,
            BuildCustomer.BUILD,
            BuildOrgUnit.BUILD,
            BuildCustomerAttribute.BUILD,
            BuildOrderLine.BUILD,
            BuildInteraction.BUILD,
            BuildSurveyAnswer.BUILD,
            BuildNoAnswer.BUILD,
            BuildEngagementRespondent.BUILD,
            BuildEngagement.BUILD,
            BuildProduct.BUILD,
            BuildChannel.BUILD,
            BuildCampaign.BUILD,
            BuildQuestion.BUILD,
            BuildEmployee.BUILD,
            BuildSubscription.BUILD,
            BuildTouchpoint.BUILD,
            BuildCampaignContact.BUILD,
            BuildConsent.BUILD,
            BuildWalletAnswer.BUILD,
            BuildFeedback.BUILD,
            BuildImprovement.BUILD,
            BuildDepartmentEstimate.BUILD,
            BuildCostToServe.BUILD,
            BuildCustomerEmployee.BUILD);

    /** Features, models and scores: the job score. */
    public static final List<Build> SCORE = List.of(
            BuildFeatureCustomer.BUILD,
            BuildFeatureChurn.BUILD,
            BuildFeatureCampaign.BUILD,
            BuildModel.BUILD,
            BuildScoreClv.BUILD,
            BuildScoreChurn.BUILD,
            BuildScoreWallet.BUILD,
            BuildScoreUplift.BUILD,
            BuildScoreWinBack.BUILD,
            BuildScoreProspect.BUILD);

    /** Marts and proofs: the job mart. */
    public static final List<Build> MART = List.of(
            BuildCustomerValue.BUILD,
            BuildCustomerEquity.BUILD,
            BuildSegment.BUILD,
            BuildValueConcentration.BUILD,
            BuildExperience.BUILD,
            BuildCampaignValue.BUILD,
            BuildChannelValue.BUILD,
            BuildServiceProfitChain.BUILD,
            BuildEstimateVsMeasured.BUILD,
            BuildEnergyLeak.BUILD,
            BuildEmployeeLeak.BUILD,
            BuildSteering.BUILD,
            BuildPriorityMatrix.BUILD,
            BuildModelQuality.BUILD,
            BuildNextBestAction.BUILD,
            BuildReconciliation.BUILD,
            BuildDataIssue.BUILD,
            BuildDictionary.BUILD);

    /** All of them, in the order of the jobs; within a job the order follows from what they read. */
    public static final List<Build> ALL =
            Stream.of(CONFORM, SCORE, MART).flatMap(List::stream).toList();

    private Builds() {}
}
