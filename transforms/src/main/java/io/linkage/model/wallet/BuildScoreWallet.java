package io.linkage.model.wallet;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreWallet;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Share of wallet as customers state it; of those who were not asked, that of their segment. */
public final class BuildScoreWallet {
    public static final Build BUILD = Build.of(ScoreWallet.TABLE)
            .reads(BuildScoreWallet::from, FeatureCustomer.TABLE, DimCustomer.TABLE, FctWalletAnswer.TABLE);

    private static final int YEAR_DAYS = 365;
    private static final double MONTHS_OF_YEAR = 12;
    /** A share below this would make any wallet out of one purchase. */
    private static final double LEAST_SHARE = 0.01;

    private static final String WEIGHT = "_weight";
    private static final String MEAN = "_mean";
    private static final String[] CUSTOMER = {ScoreWallet.CUSTOMER_KEY.name()};

    private BuildScoreWallet() {}

    static Dataset<Row> from(Inputs in) {
        Dataset<Row> buyers = in.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.FIRST_PURCHASE_DATE.col().isNotNull())
                .select(
                        FeatureCustomer.CUSTOMER_KEY.col(),
                        FeatureCustomer.NET_REVENUE_365D_AMOUNT.col(),
                        FeatureCustomer.NET_REVENUE_AMOUNT.col(),
                        FeatureCustomer.MARGIN_AMOUNT.col());
        Dataset<Row> segments = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.IS_CURRENT.col())
                .select(DimCustomer.CUSTOMER_KEY.col(), DimCustomer.SEGMENT_CODE.col());
        Dataset<Row> asked = buyers.join(segments, CUSTOMER, "inner").join(stated(in), CUSTOMER, "left");
        List<SegmentShares.Answers> answers = answers(asked);
        return ScoreWallet.TABLE.shape(valued(estimated(asked, answers))
                .withColumn(ScoreWallet.POTENTIAL_VALUE_AMOUNT.name(), potential(in))
                .withColumn(ScoreWallet.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    /** What each customer stated in the last year, as a mean over the questions asked. */
    private static Dataset<Row> stated(Inputs in) {
        return in.rows(FctWalletAnswer.TABLE)
                .filter(FctWalletAnswer.CUSTOMER_KEY
                        .col()
                        .gt(0)
                        .and(FctWalletAnswer.ANSWER_DATE
                                .col()
                                .gt(Days.day(in.asOf().minusDays(YEAR_DAYS)))))
                .groupBy(FctWalletAnswer.CUSTOMER_KEY.col())
                .agg(
                        ScoreWallet.ANSWER_COUNT.is(count(lit(1))),
                        ScoreWallet.STATED_SHARE.is(Exact.mean(FctWalletAnswer.STATED_SHARE.col())),
                        ScoreWallet.ALLOCATED_SHARE.is(Exact.mean(FctWalletAnswer.ALLOCATED_SHARE.col())),
                        ScoreWallet.EQUAL_SHARE.is(Exact.mean(FctWalletAnswer.EQUAL_SHARE.col())),
                        Exact.mean(FctWalletAnswer.SAMPLE_WEIGHT.col()).as(WEIGHT));
    }

    private static List<SegmentShares.Answers> answers(Dataset<Row> asked) {
        Column share = ScoreWallet.STATED_SHARE.col();
        Column weight = col(WEIGHT);
        Dataset<Row> stated = asked.filter(share.isNotNull().and(weight.gt(0)));
        Dataset<Row> means = stated.groupBy(DimCustomer.SEGMENT_CODE.col())
                .agg(
                        count(lit(1)).as("_answers"),
                        Exact.total(weight).as("_sum"),
                        Exact.total(weight.multiply(weight)).as("_squared"),
                        Exact.total(weight.multiply(share))
                                .divide(Exact.total(weight))
                                .as(MEAN),
                        Exact.total(weight.multiply(share).multiply(share)).as("_second"))
                .orderBy(DimCustomer.SEGMENT_CODE.col());
        return means.collectAsList().stream().map(BuildScoreWallet::segment).toList();
    }

    private static SegmentShares.Answers segment(Row row) {
        double weight = row.getDouble(2);
        double mean = row.getDouble(4);
        double squares = Math.max(0, row.getDouble(5) - weight * mean * mean);
        return new SegmentShares.Answers(row.getString(0), row.getLong(1), weight, row.getDouble(3), mean, squares);
    }

    private static Dataset<Row> estimated(Dataset<Row> asked, List<SegmentShares.Answers> answers) {
        Map<String, SegmentShares.Estimate> estimates = SegmentShares.of(answers);
        Column number = lit(0L);
        Column share = ScoreWallet.SEGMENT_SHARE.unknown();
        Column error = ScoreWallet.SEGMENT_SHARE_ERROR.unknown();
        for (SegmentShares.Answers segment : answers) {
            Column here = DimCustomer.SEGMENT_CODE.col().equalTo(segment.segment());
            number = when(here, lit(segment.answers())).otherwise(number);
            SegmentShares.Estimate estimate = estimates.get(segment.segment());
            if (estimate != null) {
                share = when(here, lit(estimate.share())).otherwise(share);
                error = when(here, lit(estimate.error())).otherwise(error);
            }
        }
        return asked.withColumn(ScoreWallet.SEGMENT_ANSWER_COUNT.name(), number)
                .withColumn(ScoreWallet.SEGMENT_SHARE.name(), share)
                .withColumn(ScoreWallet.SEGMENT_SHARE_ERROR.name(), error);
    }

    private static Dataset<Row> valued(Dataset<Row> customers) {
        Column basis = when(ScoreWallet.STATED_SHARE.col().isNotNull(), ScoreWallet.STATED)
                .when(ScoreWallet.SEGMENT_SHARE.col().isNotNull(), ScoreWallet.SEGMENT)
                .otherwise(ScoreWallet.NONE);
        Column spend = FeatureCustomer.NET_REVENUE_365D_AMOUNT.col();
        Column share = ScoreWallet.WALLET_SHARE.col();
        Column wallet = when(
                spend.gt(0).and(share.geq(LEAST_SHARE)),
                Money.cents(spend.cast("double").divide(share).cast("decimal(24,6)")));
        return customers
                .withColumn(ScoreWallet.ANSWER_COUNT.name(), coalesce(ScoreWallet.ANSWER_COUNT.col(), lit(0L)))
                .withColumn(ScoreWallet.WALLET_BASIS_CODE.name(), basis)
                .withColumn(
                        ScoreWallet.WALLET_SHARE.name(),
                        coalesce(ScoreWallet.STATED_SHARE.col(), ScoreWallet.SEGMENT_SHARE.col()))
                .withColumn(ScoreWallet.WALLET_AMOUNT.name(), ScoreWallet.WALLET_AMOUNT.is(wallet))
                .withColumn(
                        ScoreWallet.POTENTIAL_AMOUNT.name(),
                        ScoreWallet.POTENTIAL_AMOUNT.is(
                                ScoreWallet.WALLET_AMOUNT.col().minus(spend)));
    }

    /** (Wallet times reachable share less today's spend) a year, never below 0, at the customer's own margin. */
    private static Column potential(Inputs in) {
        ClvSettings clv = in.settings(ClvSettings.class);
        double reachable = in.settings(ValueSettings.class).reachableWalletShare();
        double years = clv.horizonMonths()
                / MONTHS_OF_YEAR
                * Horizon.ofYearlyRate(clv.horizonMonths(), clv.yearlyDiscountRate())
                        .meanDiscount();
        Column won = greatest(
                ScoreWallet.WALLET_AMOUNT
                        .col()
                        .cast("double")
                        .multiply(reachable)
                        .minus(FeatureCustomer.NET_REVENUE_365D_AMOUNT.col().cast("double")),
                lit(0.0));
        Column revenue = FeatureCustomer.NET_REVENUE_AMOUNT.col().cast("double");
        Column margin = FeatureCustomer.MARGIN_AMOUNT.col().cast("double").divide(revenue);
        Column value = Money.cents(won.multiply(margin).multiply(years).cast("decimal(24,6)"));
        return ScoreWallet.POTENTIAL_VALUE_AMOUNT.is(
                when(revenue.gt(0).and(ScoreWallet.WALLET_AMOUNT.col().isNotNull()), value));
    }
}
