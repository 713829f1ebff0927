package io.linkage.model.wallet.spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import io.linkage.contract.Field;
import io.linkage.contract.Inputs;
import io.linkage.model.quality.Metric;
import io.linkage.model.registry.QualityEntry;
import io.linkage.model.wallet.FitWallet;
import io.linkage.settings.WalletSettings;
import io.linkage.table.core.FctWalletAnswer;
import io.linkage.table.mart.ModelQuality;
import io.linkage.table.ops.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The Wallet Allocation Rule against the shares that customers stated, beside one part in as many brands as they use: critics
 * hold that most of its fit is the number of brands.
 */
public final class WalletQuality {
    private static final String SUBJECT = "wallet";
    static final String RULE = "wallet-allocation-rule";
    static final String EQUAL = "equal-share";
    private static final double MILLION = 1e6;

    private WalletQuality() {}

    /** The rank rule, the models of wallets, and the quantile of similar buyers. */
    public static List<QualityEntry> of(Inputs in) {
        WalletSettings settings = in.settings(WalletSettings.class);
        Dataset<Row> asked = Buyers.asked(in);
        List<QualityEntry> entries = new ArrayList<>(shares(in));
        entries.addAll(WalletTests.amounts(FitWallet.of(Buyers.respondents(asked), settings.leastAnswers())));
        entries.addAll(WalletTests.realistic(Buyers.spenders(asked), settings.realisticQuantile()));
        return entries;
    }

    /** Mean absolute error and bias of both; none where nobody stated a share and a rank. */
    private static List<QualityEntry> shares(Inputs in) {
        Dataset<Row> stated = in.rows(FctWalletAnswer.TABLE)
                .filter(FctWalletAnswer.STATED_SHARE
                        .col()
                        .isNotNull()
                        .and(FctWalletAnswer.ALLOCATED_SHARE.col().isNotNull()));
        Column rule = distance(FctWalletAnswer.ALLOCATED_SHARE);
        Column equal = distance(FctWalletAnswer.EQUAL_SHARE);
        Row sums = stated.agg(
                        count(lit(1)),
                        sum(rule),
                        sum(abs(rule)),
                        sum(rule.multiply(rule)),
                        sum(equal),
                        sum(abs(equal)),
                        sum(equal.multiply(equal)))
                .first();
        return sums.getLong(0) == 0 ? List.of() : entries(sums);
    }

    /** In whole millionths, which add up to the same in any order. */
    private static Column distance(Field share) {
        return round(share.col().minus(FctWalletAnswer.STATED_SHARE.col()).multiply(MILLION))
                .cast("long");
    }

    private static List<QualityEntry> entries(Row sums) {
        long answers = sums.getLong(0);
        List<Metric> rule = metrics(sums, 1, answers);
        List<Metric> equal = metrics(sums, 4, answers);
        List<QualityEntry> entries = new ArrayList<>();
        for (int place = 0; place < rule.size(); place++) {
            Metric beside = equal.get(place);
            entries.add(new QualityEntry(
                    test(RULE, Model.CHAMPION, answers),
                    rule.get(place),
                    Optional.of(new QualityEntry.Baseline(EQUAL, beside.estimate()))));
            entries.add(new QualityEntry(test(EQUAL, Model.BASELINE, answers), beside, Optional.empty()));
        }
        return entries;
    }

    private static QualityEntry.Test test(String model, String role, long answers) {
        return new QualityEntry.Test(SUBJECT, model, role, ModelQuality.SURVEY, answers, -1);
    }

    private static List<Metric> metrics(Row sums, int at, long answers) {
        double squares = sums.getLong(at + 2) / MILLION / MILLION;
        return List.of(
                Metric.mean("mae", sums.getLong(at + 1) / MILLION, squares, answers),
                Metric.mean("bias", sums.getLong(at) / MILLION, squares, answers));
    }
}
