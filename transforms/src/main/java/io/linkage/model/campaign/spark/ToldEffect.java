package io.linkage.model.campaign.spark;

import io.linkage.column.Finite;
import io.linkage.model.campaign.Arm;
import io.linkage.model.campaign.Effect;
import io.linkage.table.core.DimCampaign;
import io.linkage.table.mart.CampaignValue;
import io.linkage.table.score.FeatureCampaign;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The row of one campaign, segment and metric, from the sums of its arms.
 *
 * @param least customers of each arm below which no effect is given
 */
record ToldEffect(int least) implements MapFunction<Row, Row> {
    static final String TREATED = "_treated_sum_";
    static final String CONTROL = "_control_sum_";
    /** Untreated customers who are alike. */
    static final String MATCHED = "_matched";
    /** Customers held back, whether their outcome is known or not. */
    static final String HELD_BACK = "_held_back";
    /** Customers treated, whether their outcome is known or not. */
    static final String CONTACTED = "_contacted";

    @Override
    public Row call(Row sums) {
        Map<String, Object> values = new HashMap<>();
        for (String same : new String[] {
            CampaignValue.AS_OF_DATE.name(),
            FeatureCampaign.CAMPAIGN_KEY.name(),
            CampaignValue.SEGMENT_CODE.name(),
            CampaignValue.METRIC_CODE.name(),
            DimCampaign.CAMPAIGN_CODE.name(),
            FeatureCampaign.GOAL_CODE.name(),
            CampaignValue.STARTED_DATE.name(),
            CampaignValue.TREATED_COUNT.name(),
            CampaignValue.CONTROL_COUNT.name(),
            CampaignValue.OPEN_COUNT.name(),
            CampaignValue.EXCLUDED_COUNT.name()
        }) {
            values.put(same, sums.getAs(same));
        }
        String reason = reason(sums);
        boolean given = reason.equals(CampaignValue.GIVEN);
        String evidence = sums.<Long>getAs(HELD_BACK) > 0 ? CampaignValue.EXPERIMENT : CampaignValue.ASSOCIATION;
        values.put(CampaignValue.REASON_CODE.name(), reason);
        values.put(CampaignValue.EVIDENCE_CODE.name(), given ? evidence : CampaignValue.NONE);
        Optional<BigDecimal> cost = cost(sums);
        cost.ifPresent(amount -> values.put(CampaignValue.COST_AMOUNT.name(), amount));
        if (given) {
            Arm treated = arm(sums, TREATED, CampaignValue.TREATED_COUNT.name());
            Arm control = arm(sums, CONTROL, CampaignValue.CONTROL_COUNT.name());
            tell(values, isMoney(sums) ? Effect.of(treated, control) : Effect.ofShares(treated, control), sums, cost);
        }
        return RowFactory.create(
                CampaignValue.TABLE.names().stream().map(values::get).toArray());
    }

    private String reason(Row sums) {
        long treated = sums.getAs(CampaignValue.TREATED_COUNT.name());
        long compared = sums.getAs(CampaignValue.CONTROL_COUNT.name());
        if (treated >= least && compared >= least) {
            return CampaignValue.GIVEN;
        }
        if (sums.<Long>getAs(CampaignValue.OPEN_COUNT.name()) > 0) {
            return CampaignValue.WINDOW_OPEN;
        }
        boolean nobody = sums.<Long>getAs(HELD_BACK) == 0 && sums.<Long>getAs(MATCHED) == 0;
        return nobody ? CampaignValue.NOBODY_TO_COMPARE : CampaignValue.TOO_FEW;
    }

    private static void tell(Map<String, Object> values, Effect effect, Row sums, Optional<BigDecimal> cost) {
        double treated = sums.<Long>getAs(CampaignValue.TREATED_COUNT.name());
        values.put(CampaignValue.TREATED_ESTIMATE.name(), kept(effect.treatedMean()));
        values.put(CampaignValue.CONTROL_ESTIMATE.name(), kept(effect.controlMean()));
        values.put(CampaignValue.DIFFERENCE_ESTIMATE.name(), kept(effect.difference()));
        values.put(CampaignValue.DIFFERENCE_ERROR.name(), kept(effect.differenceError()));
        values.put(CampaignValue.EFFECT_ESTIMATE.name(), kept(effect.estimate()));
        values.put(CampaignValue.STANDARD_ERROR.name(), kept(effect.error()));
        values.put(CampaignValue.LOW_ESTIMATE.name(), kept(effect.low()));
        values.put(CampaignValue.HIGH_ESTIMATE.name(), kept(effect.high()));
        values.put(CampaignValue.VARIANCE_REDUCTION_RATIO.name(), kept(effect.varianceReduction()));
        values.put(CampaignValue.ADDED_ESTIMATE.name(), kept(effect.estimate() * treated));
        if (isMoney(sums)) {
            // The outcome of some is not known: what they cost is left out as what they bring is.
            double known = treated / sums.<Long>getAs(CONTACTED);
            cost.map(whole -> whole.doubleValue() * known)
                    .filter(amount -> amount > 0)
                    .ifPresent(amount -> {
                        values.put(CampaignValue.RETURN_RATIO.name(), kept(effect.estimate() * treated / amount - 1));
                        values.put(CampaignValue.LOW_RETURN_RATIO.name(), kept(effect.low() * treated / amount - 1));
                        values.put(CampaignValue.HIGH_RETURN_RATIO.name(), kept(effect.high() * treated / amount - 1));
                    });
        }
    }

    private static boolean isMoney(Row sums) {
        String metric = sums.getAs(CampaignValue.METRIC_CODE.name());
        return metric.equals(CampaignValue.MARGIN) || metric.equals(CampaignValue.CLV);
    }

    /** The whole cost stands beside all segments together. */
    private static Optional<BigDecimal> cost(Row sums) {
        boolean all = sums.<String>getAs(CampaignValue.SEGMENT_CODE.name()).equals(CampaignValue.ALL);
        return all ? Optional.ofNullable(sums.getAs(DimCampaign.COST_AMOUNT.name())) : Optional.empty();
    }

    private static Arm arm(Row sums, String arm, String count) {
        double[] totals = new double[7];
        for (int place = 0; place < totals.length; place++) {
            totals[place] = sums.<Double>getAs(arm + place);
        }
        return new Arm(
                sums.<Long>getAs(count), totals[0], totals[1], totals[2], totals[3], totals[4], totals[5], totals[6]);
    }

    /** To nine digits: what parting the rows otherwise changes lies behind them. Empty where it is not known. */
    private static Double kept(double value) {
        return Finite.orNull(Finite.toNineDigits(value));
    }
}
