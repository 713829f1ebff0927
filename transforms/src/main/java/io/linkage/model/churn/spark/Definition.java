package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.Snapshots;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.score.FeatureChurn;
import java.time.LocalDate;
import java.util.List;

/**
 * What is forecast, and on which days it is looked at: leaving, as this company has it, or the purchase of somebody to be won.
 *
 * @param code no-purchase, contract-end or stated; win-back or prospect
 * @param snapshots the days
 */
record Definition(String code, Snapshots snapshots) {
    /** Lapsed customers who may return. */
    static final String WIN_BACK = "win-back";
    /** Prospects who may become customers. */
    static final String PROSPECT = "prospect";

    private static final String AUTO = "auto";

    /** The same days for a population of {@code feature_churn}. */
    Definition of(String population) {
        return population.equals(FeatureChurn.AT_RISK) ? this : new Definition(subjectOf(population), snapshots);
    }

    /** With what the subject of a population's models begins. */
    static String subjectOf(String population) {
        return switch (population) {
            case FeatureChurn.LAPSED -> WIN_BACK;
            case FeatureChurn.PROSPECT -> PROSPECT;
            default -> ChurnModels.SUBJECT;
        };
    }

    static Definition of(Inputs in) {
        ChurnSettings settings = in.settings(ChurnSettings.class);
        Snapshots snapshots = new Snapshots(in.asOf(), settings.gapDays(), settings.windowDays(), settings.snapshots());
        return new Definition(code(settings.definition(), in), snapshots);
    }

    private static String code(String setting, Inputs in) {
        if (!setting.equals(AUTO)) {
            return setting;
        }
        return in.rows(FctSubscription.TABLE).isEmpty() ? FeatureChurn.NO_PURCHASE : FeatureChurn.CONTRACT_END;
    }

    boolean isStated() {
        return code.equals(FeatureChurn.STATED);
    }

    boolean isContractEnd() {
        return code.equals(FeatureChurn.CONTRACT_END);
    }

    /** Days on which customers are looked at: of a snapshot only its own. */
    List<LocalDate> days() {
        return isStated() ? List.of(snapshots.asOf()) : snapshots.all();
    }

    /** Whether leaving is forecast, not a purchase. */
    boolean isLeaving() {
        return isLeaving(code);
    }

    /** The subject under which models of a definition are recorded. */
    static String subject(String code) {
        return isLeaving(code) ? ChurnModels.SUBJECT + code : code;
    }

    private static boolean isLeaving(String code) {
        return !code.equals(WIN_BACK) && !code.equals(PROSPECT);
    }

    /** What the customers do who are the events. */
    String event() {
        return isLeaving() ? "left" : "bought";
    }

    /** The feature whose forecast alone is the naive one. */
    String alone() {
        return switch (code) {
            case FeatureChurn.NO_PURCHASE, WIN_BACK -> FeatureChurn.RECENCY_DAYS.name();
            case PROSPECT -> FeatureChurn.SEEN_DAYS.name();
            default -> FeatureChurn.CONTRACT_TENURE_MONTHS.name();
        };
    }
}
