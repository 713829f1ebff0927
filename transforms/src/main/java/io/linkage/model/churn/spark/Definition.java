package io.linkage.model.churn.spark;

import io.linkage.contract.Inputs;
import io.linkage.model.churn.Snapshots;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.core.FctSubscription;
import io.linkage.table.score.FeatureChurn;
import java.time.LocalDate;
import java.util.List;

/**
 * What leaving is in this company, and on which days it is looked at.
 *
 * @param code no-purchase, contract-end or stated
 * @param snapshots the days
 */
record Definition(String code, Snapshots snapshots) {
    private static final String AUTO = "auto";

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
}
