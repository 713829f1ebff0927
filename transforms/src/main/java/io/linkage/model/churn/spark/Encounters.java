package io.linkage.model.churn.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Exact;
import io.linkage.contract.Field;
import io.linkage.table.core.FctCustomerEmployee;
import io.linkage.table.core.FctFeedback;
import io.linkage.table.core.FctTouchpoint;
import io.linkage.table.score.FeatureChurn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where customers met the company up to each day, what they told it, and how engaged the groups were that served them. */
record Encounters(OnDays on) {

    Dataset<Row> touches(Dataset<Row> touches) {
        Column channel = FctTouchpoint.CHANNEL_CODE.col();
        return on.past(touches, FctTouchpoint.TOUCH_DATE, FctTouchpoint.LATE_DATE)
                .agg(
                        FeatureChurn.TOUCH_30D_COUNT.is(OnDays.number(OnDays.MONTH)),
                        FeatureChurn.TOUCH_90D_COUNT.is(OnDays.number(OnDays.QUARTER)),
                        FeatureChurn.TOUCH_365D_COUNT.is(OnDays.number(OnDays.YEAR)),
                        FeatureChurn.TOUCH_CHANNEL_365D_COUNT.is(
                                size(collect_set(when(OnDays.within(OnDays.YEAR), channel)))),
                        FeatureChurn.LAST_TOUCH_CHANNEL_CODE.is(min_by(
                                channel, when(OnDays.past(), struct(col(OnDays.AGO), channel)))));
    }

    /** When the company took note, and what it cost, may become known later: only that it came counts. */
    Dataset<Row> feedback(Dataset<Row> feedback) {
        return on.past(feedback, FctFeedback.FEEDBACK_DATE, FctFeedback.LATE_DATE)
                .agg(
                        FeatureChurn.FEEDBACK_90D_COUNT.is(OnDays.number(OnDays.QUARTER)),
                        FeatureChurn.FEEDBACK_365D_COUNT.is(OnDays.number(OnDays.YEAR)),
                        FeatureChurn.GONE_WRONG_365D_COUNT.is(
                                OnDays.number(OnDays.YEAR, FctFeedback.IS_GONE_WRONG.col())),
                        FeatureChurn.LAST_SENTIMENT_SCORE.is(OnDays.last(FctFeedback.SENTIMENT_SCORE, lit(true))));
    }

    /**
     * Of groups, never of persons; a month counts when it is over, as its last wave is known then, and from the load of the last of its
     * contacts.
     */
    Dataset<Row> served(Dataset<Row> months) {
        Column counts = FctCustomerEmployee.CONTACT_COUNT
                .col()
                .gt(0)
                .and(FctCustomerEmployee.ENGAGEMENT_SHARE.col().isNotNull());
        Dataset<Row> ended = months.filter(counts)
                .withColumn(FctCustomerEmployee.MONTH_DATE.name(), last_day(FctCustomerEmployee.MONTH_DATE.col()));
        return on.past(ended, FctCustomerEmployee.MONTH_DATE, FctCustomerEmployee.LATE_DATE)
                .agg(
                        engagement(FeatureChurn.ENGAGEMENT_90D_SHARE, OnDays.QUARTER),
                        engagement(FeatureChurn.ENGAGEMENT_365D_SHARE, OnDays.YEAR));
    }

    private static Column engagement(Field feature, int days) {
        Column contacts = when(
                OnDays.within(days), FctCustomerEmployee.CONTACT_COUNT.col().cast("double"));
        Column total = Exact.total(contacts);
        Column weighted = Exact.total(contacts.multiply(FctCustomerEmployee.ENGAGEMENT_SHARE.col()));
        return feature.is(when(total.gt(0), weighted.divide(total)));
    }
}
