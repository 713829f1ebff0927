package io.linkage.model.channel.spark;

import static org.apache.spark.sql.functions.lit;

import io.linkage.column.Days;
import io.linkage.column.Finite;
import io.linkage.model.channel.MatchedChange;
import io.linkage.table.mart.CampaignValue;
import io.linkage.table.mart.ChannelValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * One measure of one channel, as {@code mart_channel_value} holds it; NaN and negative counts are no value.
 *
 * @param channel its code
 * @param stage of the journey, or all
 * @param measure what is told
 * @param evidence what it rests on
 * @param customers who were touched, or did something
 * @param compared customers like them
 * @param paths of touches
 * @param change its value with its error; the counts in it are given apart
 * @param cents margin that is shared out
 */
record ChannelEntry(
        String channel,
        String stage,
        String measure,
        String evidence,
        long customers,
        long compared,
        long paths,
        MatchedChange change,
        double cents) {
    private static final long NONE = -1;

    static ChannelEntry counted(String channel, String stage, long touches, long customers) {
        return new ChannelEntry(
                channel,
                stage,
                ChannelValue.TOUCH,
                ChannelValue.COUNT,
                customers,
                NONE,
                NONE,
                alone(touches),
                Double.NaN);
    }

    static ChannelEntry attributed(String channel, String measure, long paths, double value, double cents) {
        return new ChannelEntry(
                channel, ChannelValue.ALL, measure, ChannelValue.ATTRIBUTION, NONE, NONE, paths, alone(value), cents);
    }

    static ChannelEntry changed(String channel, String measure, String evidence, MatchedChange change) {
        MatchedChange told = evidence.equals(CampaignValue.NONE) ? alone(Double.NaN) : change;
        return new ChannelEntry(
                channel,
                ChannelValue.ALL,
                measure,
                evidence,
                change.customers(),
                change.compared(),
                NONE,
                told,
                Double.NaN);
    }

    private static MatchedChange alone(double value) {
        return new MatchedChange(0, 0, value, Double.NaN);
    }

    /** The row of a night. */
    List<Column> row(LocalDate asOf) {
        return List.of(
                ChannelValue.AS_OF_DATE.is(Days.day(asOf)),
                ChannelValue.CHANNEL_CODE.is(channel),
                ChannelValue.JOURNEY_STAGE_CODE.is(stage),
                ChannelValue.MEASURE_CODE.is(measure),
                ChannelValue.EVIDENCE_CODE.is(evidence),
                ChannelValue.CUSTOMER_COUNT.is(Finite.countOrEmpty(customers)),
                ChannelValue.COMPARED_COUNT.is(Finite.countOrEmpty(compared)),
                ChannelValue.PATH_COUNT.is(Finite.countOrEmpty(paths)),
                ChannelValue.METRIC_ESTIMATE.is(finite(change.estimate())),
                ChannelValue.STANDARD_ERROR.is(finite(change.error())),
                ChannelValue.LOW_ESTIMATE.is(finite(change.low())),
                ChannelValue.HIGH_ESTIMATE.is(finite(change.high())),
                ChannelValue.VALUE_AMOUNT.is(money()));
    }

    private Column money() {
        return Double.isFinite(cents)
                ? lit(new BigDecimal(cents).movePointLeft(2).setScale(2, RoundingMode.HALF_UP))
                : lit(null);
    }

    private static Column finite(double value) {
        return Finite.orEmpty(Finite.toNineDigits(value));
    }
}
