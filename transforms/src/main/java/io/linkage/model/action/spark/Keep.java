package io.linkage.model.action.spark;

import io.linkage.contract.Inputs;
import io.linkage.settings.Action;
import io.linkage.settings.ChurnSettings;
import io.linkage.table.mart.CustomerValue;
import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** Holds a customer who may leave: the lifetime value is at stake with the chance of leaving. */
final class Keep implements Candidate {
    @Override
    public Action action() {
        return Action.KEEP;
    }

    @Override
    public Column applies() {
        return CustomerValue.LIFE_CYCLE_PHASE_CODE
                .col()
                .notEqual(CustomerValue.LOST)
                .and(CustomerValue.CHURN_PROBABILITY.col().isNotNull());
    }

    @Override
    public Column probability() {
        return CustomerValue.CHURN_PROBABILITY.col();
    }

    @Override
    public Column stake() {
        return CustomerValue.CLV_AMOUNT.col();
    }

    /** The window in which customers leave begins when the gap is over. */
    @Override
    public LocalDate until(Inputs in, LocalDate roundEnd) {
        return in.asOf().plusDays(in.settings(ChurnSettings.class).gapDays());
    }
}
