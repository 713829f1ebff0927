package io.linkage.model.wallet.spark;

import io.linkage.contract.Field;
import io.linkage.model.wallet.Band;
import io.linkage.model.wallet.Buyer;
import io.linkage.model.wallet.Line;
import io.linkage.model.wallet.RealisticWallet;
import io.linkage.model.wallet.Terms;
import io.linkage.model.wallet.WalletModel;
import io.linkage.table.ops.Model;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * The wallet models of a night as {@code ops_model} holds them.
 *
 * @param model of those who were not asked; null where it may not score
 * @param band around it
 * @param stated band around stated wallets
 * @param segmentBand band around wallets by the share of the segment
 * @param segments mean share, its error and the answers it rests on, by segment
 * @param realistic quantile of similar buyers; null where there is none
 */
record RecordedWallets(
        WalletModel model,
        Band band,
        Band stated,
        Band segmentBand,
        Map<String, Segment> segments,
        RealisticWallet realistic)
        implements Serializable {

    /** Share of a segment and the answers it rests on. */
    record Segment(double share, double error, long answers) implements Serializable {
        static final Segment NONE = new Segment(Double.NaN, Double.NaN, 0);
    }

    Segment segment(Buyer buyer) {
        return segments.getOrDefault(String.valueOf(buyer.segment()), Segment.NONE);
    }

    /** From the rows of one night. */
    static RecordedWallets from(List<Row> rows) {
        Map<String, Double> amount = parameters(rows, WalletModels.AMOUNT);
        Map<String, Double> realistic = parameters(rows, WalletModels.REALISTIC);
        return new RecordedWallets(
                amount.isEmpty() ? null : model(amount),
                band(amount),
                band(parameters(rows, WalletModels.STATED)),
                band(parameters(rows, WalletModels.SHARE)),
                segments(rows),
                realistic.isEmpty()
                        ? null
                        : new RealisticWallet(terms(realistic, ""), line(realistic, "", terms(realistic, ""))));
    }

    private static Map<String, Double> parameters(List<Row> rows, String subject) {
        Map<String, Double> parameters = new TreeMap<>();
        rows.stream()
                .filter(row -> isChampion(row, subject))
                .forEach(row -> parameters.put(
                        row.getAs(Model.PARAMETER_CODE.name()), row.getAs(Model.PARAMETER_ESTIMATE.name())));
        return parameters;
    }

    private static boolean isChampion(Row row, String subject) {
        return subject.equals(row.getAs(Model.SUBJECT_CODE.name()))
                && Model.CHAMPION.equals(row.getAs(Model.ROLE_CODE.name()))
                && row.getAs(Model.PARAMETER_ESTIMATE.name()) != null;
    }

    private static WalletModel model(Map<String, Double> parameters) {
        Terms terms = terms(parameters, WalletModels.INSIDE);
        return new WalletModel(
                terms,
                line(parameters, WalletModels.ELSEWHERE, terms),
                line(parameters, WalletModels.INSIDE, terms),
                line(parameters, WalletModels.OUTSIDE, terms),
                parameters.get(WalletModels.INSIDE + WalletModels.SMEAR),
                parameters.get(WalletModels.OUTSIDE + WalletModels.SMEAR));
    }

    private static Terms terms(Map<String, Double> parameters, String prefix) {
        return new Terms(parameters.keySet().stream()
                .filter(code -> code.startsWith(prefix))
                .map(code -> code.substring(prefix.length()))
                .filter(code -> !code.equals(WalletModels.INTERCEPT) && !code.equals(WalletModels.SMEAR))
                .toList());
    }

    private static Line line(Map<String, Double> parameters, String prefix, Terms terms) {
        List<Double> coefficients = new ArrayList<>();
        terms.codes().forEach(code -> coefficients.add(parameters.get(prefix + code)));
        return new Line(parameters.get(prefix + WalletModels.INTERCEPT), coefficients);
    }

    private static Band band(Map<String, Double> parameters) {
        return new Band(
                parameters.getOrDefault(WalletModels.RECENT_LOW, Double.NaN),
                parameters.getOrDefault(WalletModels.RECENT_HIGH, Double.NaN),
                parameters.getOrDefault(WalletModels.IDLE_LOW, Double.NaN),
                parameters.getOrDefault(WalletModels.IDLE_HIGH, Double.NaN));
    }

    /** Of a refused mean the answers alone are known. */
    private static Map<String, Segment> segments(List<Row> rows) {
        Map<String, Segment> segments = new HashMap<>();
        for (Row row : rows) {
            String code = row.getAs(Model.PARAMETER_CODE.name());
            if (WalletModels.SHARE.equals(row.getAs(Model.SUBJECT_CODE.name()))
                    && code.startsWith(WalletModels.SEGMENT)) {
                Long answers = row.getAs(Model.CUSTOMER_COUNT.name());
                segments.put(
                        code.substring(WalletModels.SEGMENT.length()),
                        new Segment(
                                number(row, Model.PARAMETER_ESTIMATE),
                                number(row, Model.STANDARD_ERROR),
                                answers == null ? 0 : answers));
            }
        }
        return segments;
    }

    private static double number(Row row, Field field) {
        Double number = row.getAs(field.name());
        return number == null ? Double.NaN : number;
    }
}
