package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.linkage.settings.SegmentSettings;
import io.linkage.table.score.FeatureChurn;
import org.apache.spark.sql.Column;

/**
 * Whom a customer belongs to on a day: those who may leave, those who left, those who were not yet won. Whoever bought lately
 * and is not at risk by the definition belongs to none.
 */
final class Populations {
    private Populations() {}

    /** The population; null for none. Lapsed by the rule of the life cycle: no contract runs, and the pause is too long. */
    static Column of(Definition definition, SegmentSettings segments) {
        Column bought = FeatureChurn.RECENCY_DAYS.col().isNotNull();
        Column signed = FeatureChurn.CONTRACT_TENURE_MONTHS.col().isNotNull();
        Column pauses = coalesce(FeatureChurn.RECENCY_DAYS.col().gt(segments.lostDays()), lit(true));
        Column lapsed = bought.or(signed).and(not(runsToday())).and(pauses);
        // The source must tell since when it knew a record: else one of tomorrow would count as a prospect of today.
        Column prospect =
                not(bought.or(signed)).and(FeatureChurn.SEEN_DAYS.col().isNotNull());
        return when(atRisk(definition, segments), FeatureChurn.AT_RISK)
                .when(lapsed, FeatureChurn.LAPSED)
                .when(prospect, FeatureChurn.PROSPECT);
    }

    /** Who may leave by not buying has bought within the days after which the life cycle calls them lost. */
    private static Column atRisk(Definition definition, SegmentSettings segments) {
        if (definition.isStated()) {
            return FeatureChurn.CONTRACT_TENURE_MONTHS.col().isNotNull();
        }
        return definition.isContractEnd()
                ? coalesce(col(Contracts.RUNS), lit(false))
                : coalesce(FeatureChurn.RECENCY_DAYS.col().lt(segments.lostDays()), lit(false));
    }

    private static Column runsToday() {
        return coalesce(col(Contracts.RUNS_TODAY), lit(false));
    }
}
