package io.linkage.model.wallet.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.linkage.column.Days;
import io.linkage.column.Exact;
import io.linkage.contract.Inputs;
import io.linkage.model.value.spark.OwnMargin;
import io.linkage.model.wallet.Buyer;
import io.linkage.model.wallet.RealisticWallet;
import io.linkage.model.wallet.Respondent;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreWallet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Buyers as of the night, with what they answered within a year; first {@link #KNOWN} columns, then the answers. */
final class Buyers {
    static final String AMOUNT = "_stated_amount";

    /** Of very many a digest of the customer takes so many: the same whatever the order of rows. */
    private static final int SAMPLE = 20_000;

    private static final int YEAR_DAYS = 365;
    private static final String WEIGHT = "_sample";
    private static final String YEARS = "_years";
    private static final String MARGIN_SHARE = "_margin_share";
    private static final String[] CUSTOMER = {ScoreWallet.CUSTOMER_KEY.name()};
    /** Columns of a buyer, the customer's key first. */
    private static final int KNOWN = 7;

    private Buyers() {}

    /** Everyone who ever bought and whom a source still has. */
    static Dataset<Row> of(Inputs in) {
        Dataset<Row> buyers = in.rows(FeatureCustomer.TABLE)
                .filter(FeatureCustomer.FIRST_PURCHASE_DATE.col().isNotNull().and(FeatureCustomer.isKnown()))
                .select(
                        FeatureCustomer.CUSTOMER_KEY.col(),
                        number(FeatureCustomer.NET_REVENUE_365D_AMOUNT.col())
                                .as(FeatureCustomer.NET_REVENUE_365D_AMOUNT.name()),
                        number(FeatureCustomer.NET_REVENUE_AMOUNT.col()).as(FeatureCustomer.NET_REVENUE_AMOUNT.name()),
                        datediff(Days.day(in.asOf()), FeatureCustomer.FIRST_PURCHASE_DATE.col())
                                .divide((double) YEAR_DAYS)
                                .as(YEARS),
                        coalesce(FeatureCustomer.PURCHASE_DAY_COUNT.col(), lit(1L))
                                .as(FeatureCustomer.PURCHASE_DAY_COUNT.name()),
                        OwnMargin.of(
                                        FeatureCustomer.MARGIN_AMOUNT.col(),
                                        FeatureCustomer.NET_REVENUE_AMOUNT.col(),
                                        FeatureCustomer.RETURN_AMOUNT.col())
                                .as(MARGIN_SHARE));
        Dataset<Row> customers = in.rows(DimCustomer.TABLE)
                .filter(DimCustomer.IS_CURRENT.col())
                .select(
                        DimCustomer.CUSTOMER_KEY.col(),
                        DimCustomer.SEGMENT_CODE.col(),
                        DimCustomer.ACQUISITION_CHANNEL_CODE.col());
        return buyers.join(customers, CUSTOMER, "inner");
    }

    private static Column number(Column amount) {
        return coalesce(amount.cast("double"), lit(0.0));
    }

    /** Buyers with their answers; empty where they gave none. */
    static Dataset<Row> asked(Inputs in) {
        return of(in).join(stated(in), CUSTOMER, "left")
                .select(
                        ScoreWallet.CUSTOMER_KEY.col(),
                        DimCustomer.SEGMENT_CODE.col(),
                        DimCustomer.ACQUISITION_CHANNEL_CODE.col(),
                        FeatureCustomer.NET_REVENUE_365D_AMOUNT.col(),
                        FeatureCustomer.NET_REVENUE_AMOUNT.col(),
                        col(YEARS),
                        FeatureCustomer.PURCHASE_DAY_COUNT.col(),
                        ScoreWallet.STATED_SHARE.col(),
                        col(AMOUNT),
                        ScoreWallet.EQUAL_SHARE.col(),
                        ScoreWallet.ALLOCATED_SHARE.col(),
                        col(WEIGHT),
                        ScoreWallet.ANSWER_COUNT.col(),
                        col(MARGIN_SHARE));
    }

    /**
     * What each customer stated in the last year: a mean over the answers of each category, so that one asked about twice counts
     * once; over categories shares are averaged and amounts added.
     */
    private static Dataset<Row> stated(Inputs in) {
        Column amount = FctWalletAnswer.CATEGORY_SPEND_AMOUNT.col();
        Dataset<Row> categories = in.rows(FctWalletAnswer.TABLE)
                .filter(FctWalletAnswer.CUSTOMER_KEY
                        .col()
                        .gt(0)
                        .and(FctWalletAnswer.ANSWER_DATE
                                .col()
                                .gt(Days.day(in.asOf().minusDays(YEAR_DAYS)))))
                .groupBy(FctWalletAnswer.CUSTOMER_KEY.col(), FctWalletAnswer.CATEGORY_CODE.col())
                .agg(
                        ScoreWallet.ANSWER_COUNT.is(count(lit(1))),
                        ScoreWallet.STATED_SHARE.is(Exact.mean(FctWalletAnswer.STATED_SHARE.col())),
                        ScoreWallet.ALLOCATED_SHARE.is(Exact.mean(FctWalletAnswer.ALLOCATED_SHARE.col())),
                        ScoreWallet.EQUAL_SHARE.is(Exact.mean(FctWalletAnswer.EQUAL_SHARE.col())),
                        Exact.mean(FctWalletAnswer.SAMPLE_WEIGHT.col()).as(WEIGHT),
                        Exact.mean(when(amount.gt(0), amount.cast("double"))).as(AMOUNT));
        return categories
                .groupBy(ScoreWallet.CUSTOMER_KEY.col())
                .agg(
                        ScoreWallet.ANSWER_COUNT.is(sum(ScoreWallet.ANSWER_COUNT.col())),
                        ScoreWallet.STATED_SHARE.is(Exact.mean(ScoreWallet.STATED_SHARE.col())),
                        ScoreWallet.ALLOCATED_SHARE.is(Exact.mean(ScoreWallet.ALLOCATED_SHARE.col())),
                        ScoreWallet.EQUAL_SHARE.is(Exact.mean(ScoreWallet.EQUAL_SHARE.col())),
                        Exact.mean(col(WEIGHT)).as(WEIGHT),
                        Exact.total(col(AMOUNT)).as(AMOUNT));
    }

    /** Those who answered, to the driver; of very many a sample. */
    static List<Respondent> respondents(Dataset<Row> asked) {
        return sample(asked.filter(ScoreWallet.STATED_SHARE
                        .col()
                        .isNotNull()
                        .or(col(AMOUNT).isNotNull())))
                .map(Buyers::respondent)
                .toList();
    }

    /** Those with spending in the last 365 days, to the driver; of very many a sample. */
    static List<RealisticWallet.Spender> spenders(Dataset<Row> asked) {
        return sample(asked.filter(FeatureCustomer.NET_REVENUE_365D_AMOUNT.col().gt(0)))
                .map(row -> new RealisticWallet.Spender(row.getLong(0), buyer(row)))
                .toList();
    }

    private static Stream<Row> sample(Dataset<Row> buyers) {
        return buyers
                .orderBy(xxhash64(ScoreWallet.CUSTOMER_KEY.col()), ScoreWallet.CUSTOMER_KEY.col())
                .limit(SAMPLE)
                .collectAsList()
                .stream();
    }

    /** The buyer of a row of {@link #asked}. */
    static Buyer buyer(Row row) {
        return new Buyer(
                row.getString(1),
                row.getString(2),
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getLong(6));
    }

    /** The same with the answers. */
    static Respondent respondent(Row row) {
        return new Respondent(
                row.getLong(0),
                buyer(row),
                known(row, KNOWN),
                known(row, KNOWN + 1),
                known(row, KNOWN + 2),
                known(row, KNOWN + 3),
                row.isNullAt(KNOWN + 4) ? 0 : row.getDouble(KNOWN + 4));
    }

    private static double known(Row row, int place) {
        return row.isNullAt(place) ? Double.NaN : row.getDouble(place);
    }
}
