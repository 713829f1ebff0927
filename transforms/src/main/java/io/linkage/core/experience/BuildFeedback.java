package io.linkage.core.experience;

import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.core.Events;
import io.linkage.core.Lookup;
import io.linkage.table.core.CustomerIdentity;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.DimDate;
import io.linkage.table.core.DimOrgUnit;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.staging.Feedback;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Feedback up to the business date; what was heard later is not heard yet. */
public final class BuildFeedback {
    public static final Build BUILD = Build.of(FctFeedback.TABLE)
            .reads(
                    BuildFeedback::from,
                    Feedback.TABLE,
                    CustomerIdentity.TABLE,
                    DimCustomer.TABLE,
                    DimOrgUnit.TABLE,
                    DimDate.TABLE);

    private BuildFeedback() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> events = Events.upTo(
                in,
                in.rows(Feedback.TABLE),
                Events.local(Feedback.GIVEN_AT, in),
                FctFeedback.FEEDBACK_DATE,
                FctFeedback.FEEDBACK_DATE_KEY);
        Dataset<Row> known = Lookup.unit(
                Lookup.customer(in, events, Feedback.CUSTOMER_SOURCE_ID, FctFeedback.FEEDBACK_DATE),
                in.rows(DimOrgUnit.TABLE),
                Feedback.UNIT_SOURCE_ID.name(),
                FctFeedback.FEEDBACK_DATE.name());
        return FctFeedback.TABLE.shape(heard(known, in));
    }

    private static Dataset<Row> heard(Dataset<Row> feedback, Inputs in) {
        // A source that tells the day alone means some time of it, not its first moment.
        Column day = when(
                Feedback.HEARD_AT.col().isNotNull(),
                greatest(Events.local(Feedback.HEARD_AT, in), FctFeedback.FEEDBACK_DATE.col()));
        return feedback.withColumn(FctFeedback.HEARD_DATE.name(), when(day.leq(Days.day(in.asOf())), day));
    }
}
