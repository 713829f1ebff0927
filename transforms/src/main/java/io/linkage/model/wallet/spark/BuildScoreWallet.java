package io.linkage.model.wallet.spark;

import io.linkage.column.Days;
import io.linkage.column.Finite;
import io.linkage.column.Money;
import io.linkage.contract.Build;
import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.clv.Horizon;
import io.linkage.model.wallet.Respondent;
import io.linkage.model.wallet.SegmentShares;
import io.linkage.model.wallet.StatedWallet;
import io.linkage.model.wallet.Wallet;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.table.core.DimCustomer;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.ops.Model;
import io.linkage.table.score.FeatureCustomer;
import io.linkage.table.score.ScoreWallet;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Wallets of all buyers by the recorded models: as stated, else as modelled, else by the share of the segment. */
public final class BuildScoreWallet {
    public static final Build BUILD = Build.of(ScoreWallet.TABLE)
            .reads(
                    BuildScoreWallet::from,
                    FeatureCustomer.TABLE,
                    DimCustomer.TABLE,
                    FctWalletAnswer.TABLE,
                    Model.TABLE);

    private static final double MONTHS_OF_YEAR = 12;
    /** Columns of {@link Buyers#asked} behind the respondent: number of answers, and the customer's own margin. */
    private static final int ANSWERS = 12;

    private static final int MARGIN = 13;

    private static final List<Field> SCORES = List.of(
            ScoreWallet.CUSTOMER_KEY,
            ScoreWallet.WALLET_BASIS_CODE,
            ScoreWallet.ANSWER_COUNT,
            ScoreWallet.STATED_SHARE,
            ScoreWallet.ALLOCATED_SHARE,
            ScoreWallet.EQUAL_SHARE,
            ScoreWallet.SEGMENT_ANSWER_COUNT,
            ScoreWallet.SEGMENT_SHARE,
            ScoreWallet.SEGMENT_SHARE_ERROR,
            ScoreWallet.ELSEWHERE_PROBABILITY,
            ScoreWallet.WALLET_SHARE,
            ScoreWallet.WALLET_AMOUNT,
            ScoreWallet.WALLET_LOW_AMOUNT,
            ScoreWallet.WALLET_HIGH_AMOUNT,
            ScoreWallet.REALISTIC_WALLET_AMOUNT,
            ScoreWallet.POTENTIAL_AMOUNT,
            ScoreWallet.POTENTIAL_VALUE_AMOUNT);

    private BuildScoreWallet() {}

    static Dataset<Row> from(Inputs in) {
        RecordedWallets recorded = RecordedWallets.from(in.rows(Model.TABLE).collectAsList());
        StructType schema = new StructType(SCORES.stream().map(Field::toSpark).toArray(StructField[]::new));
        Dataset<Row> scores = Buyers.asked(in).map(scoring(recorded, Potential.of(in)), Encoders.row(schema));
        return ScoreWallet.TABLE.shape(scores.withColumn(ScoreWallet.AS_OF_DATE.name(), Days.day(in.asOf())));
    }

    /**
     * What of a wallet could be won, and what it is worth.
     *
     * @param reachable share of a wallet
     * @param years of the horizon, discounted
     */
    private record Potential(double reachable, double years) implements Serializable {
        static Potential of(Inputs in) {
            ClvSettings clv = in.settings(ClvSettings.class);
            double discount = Horizon.ofYearlyRate(clv.horizonMonths(), clv.yearlyDiscountRate())
                    .meanDiscount();
            return new Potential(
                    in.settings(ValueSettings.class).reachableWalletShare(),
                    clv.horizonMonths() / MONTHS_OF_YEAR * discount);
        }

        /** (Wallet times reachable share less today's spend) a year, never below 0, at the customer's own margin. */
        BigDecimal value(Respondent one, BigDecimal wallet, Double margin) {
            if (wallet == null || margin == null) {
                return null;
            }
            return cents(elsewhere(wallet.doubleValue() * reachable, one) * margin * years);
        }
    }

    private static MapFunction<Row, Row> scoring(RecordedWallets recorded, Potential potential) {
        return row -> {
            Respondent one = Buyers.respondent(row);
            String basis = basis(one, recorded);
            Wallet wallet = wallet(one, basis, recorded);
            BigDecimal amount = cents(wallet.amount());
            RecordedWallets.Segment segment = recorded.segment(one.buyer());
            return RowFactory.create(
                    one.key(),
                    basis,
                    row.isNullAt(ANSWERS) ? 0L : row.getLong(ANSWERS),
                    Finite.orNull(one.share()),
                    Finite.orNull(one.allocatedShare()),
                    Finite.orNull(one.equalShare()),
                    segment.answers(),
                    Finite.orNull(segment.share()),
                    Finite.orNull(segment.error()),
                    Finite.orNull(wallet.elsewhere()),
                    Finite.orNull(wallet.share()),
                    amount,
                    cents(wallet.low()),
                    cents(wallet.high()),
                    recorded.realistic() == null
                            ? null
                            : cents(recorded.realistic().of(one.buyer())),
                    amount == null ? null : cents(elsewhere(amount.doubleValue(), one)),
                    potential.value(one, amount, row.<Double>getAs(MARGIN)));
        };
    }

    /** What of a year's spending is not with us; who brought back more than was bought this year spends nothing with us. */
    private static double elsewhere(double spending, Respondent one) {
        return Math.max(0, spending - Math.max(0, one.buyer().recentSpend()));
    }

    /** Ranks alone state no share: they are held against stated ones in {@code mart_model_quality}. */
    private static String basis(Respondent one, RecordedWallets recorded) {
        if (one.share() >= 0 || one.amount() > 0) {
            return ScoreWallet.STATED;
        }
        if (recorded.model() != null) {
            return ScoreWallet.MODELLED;
        }
        return recorded.segment(one.buyer()).share() >= 0 ? ScoreWallet.SEGMENT : ScoreWallet.NONE;
    }

    private static Wallet wallet(Respondent one, String basis, RecordedWallets recorded) {
        return switch (basis) {
            case ScoreWallet.STATED -> StatedWallet.of(one.buyer(), one.share(), one.amount(), recorded.stated());
            case ScoreWallet.MODELLED -> recorded.model().of(one.buyer(), recorded.band());
            case ScoreWallet.SEGMENT ->
                SegmentShares.of(one.buyer(), recorded.segment(one.buyer()).share(), recorded.segmentBand());
            default -> Wallet.UNKNOWN;
        };
    }

    private static BigDecimal cents(double amount) {
        return Double.isFinite(amount) ? Money.toCent(amount) : null;
    }
}
