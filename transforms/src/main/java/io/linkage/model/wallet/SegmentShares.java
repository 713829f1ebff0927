package io.linkage.model.wallet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mean share of wallet per segment, small segments drawn towards the mean of all: the area-level model of Fay and Herriot
 * (JASA 1979, 74(366)) without covariates, between-segment variance by the method of moments (DerSimonian and Laird 1986,
 * Controlled Clinical Trials 7(3), equation 8). The variance within segments is pooled. Shares are 0 to 1.
 */
public final class SegmentShares {
    /** Below so many answers in all, no mean of a segment is given. */
    public static final int LEAST_ANSWERS = 30;

    private SegmentShares() {}

    /**
     * The answers of one segment.
     *
     * @param segment its code
     * @param answers customers who stated a share
     * @param weight sum of their weights
     * @param squaredWeight sum of their squared weights
     * @param mean weighted mean share
     * @param squares weighted sum of squared deviations from the mean
     */
    public record Answers(
            String segment, long answers, double weight, double squaredWeight, double mean, double squares) {
        /** Kish's effective number of answers. */
        double effective() {
            return weight * weight / squaredWeight;
        }
    }

    /** What respondents with a weight stated, by segment in the order of its code. */
    static List<Answers> answers(List<Respondent> respondents) {
        Map<String, List<Respondent>> bySegment = new TreeMap<>();
        respondents.stream()
                .filter(one -> one.share() >= 0 && one.weight() > 0)
                .forEach(one -> bySegment
                        .computeIfAbsent(String.valueOf(one.buyer().segment()), segment -> new ArrayList<>())
                        .add(one));
        return bySegment.entrySet().stream()
                .map(segment -> answers(segment.getKey(), segment.getValue()))
                .toList();
    }

    private static Answers answers(String segment, List<Respondent> respondents) {
        double weight = 0;
        double squaredWeight = 0;
        double sum = 0;
        for (Respondent one : respondents) {
            weight += one.weight();
            squaredWeight += one.weight() * one.weight();
            sum += one.weight() * one.heldShare();
        }
        double squares = 0;
        for (Respondent one : respondents) {
            squares += one.weight() * Math.pow(one.heldShare() - sum / weight, 2);
        }
        return new Answers(segment, respondents.size(), weight, squaredWeight, sum / weight, squares);
    }

    /** The ledger's spending over the share of the segment; NaN where one of them is not known. */
    static double wallet(Buyer buyer, Map<String, Estimate> segments) {
        Estimate estimate = segments.get(String.valueOf(buyer.segment()));
        return estimate == null ? Double.NaN : wallet(buyer, estimate.share());
    }

    /** The ledger's spending over a share; NaN where one of them is not known. */
    static double wallet(Buyer buyer, double share) {
        return buyer.ownSpend() > 0 ? buyer.ownSpend() / Respondent.heldShare(share) : Double.NaN;
    }

    /** With its band. */
    public static Wallet of(Buyer buyer, double share, Band band) {
        double wallet = wallet(buyer, share);
        return new Wallet(share, wallet, band.low(buyer, wallet, 1), band.high(buyer, wallet, 1), Double.NaN);
    }

    /** Mean of a segment and its standard error. */
    public record Estimate(double share, double error) {}

    /**
     * Estimates by segment.
     *
     * @return empty where fewer than {@link #LEAST_ANSWERS} answers were given, or all answers are the same
     */
    public static Map<String, Estimate> of(List<Answers> segments) {
        long answers = segments.stream().mapToLong(Answers::answers).sum();
        double within = within(segments);
        if (answers < LEAST_ANSWERS || !(within > 0)) {
            return Map.of();
        }
        double between = between(segments, within);
        double precision = 0;
        double total = 0;
        for (Answers segment : segments) {
            double weight = 1 / (between + within / segment.effective());
            precision += weight;
            total += weight * segment.mean();
        }
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (Answers segment : segments) {
            estimates.put(segment.segment(), shrunk(segment, within, between, total / precision, 1 / precision));
        }
        return estimates;
    }

    private static Estimate shrunk(Answers segment, double within, double between, double all, double allVariance) {
        double variance = within / segment.effective();
        double drawn = variance / (variance + between);
        double share = drawn * all + (1 - drawn) * segment.mean();
        return new Estimate(share, Math.sqrt((1 - drawn) * variance + drawn * drawn * allVariance));
    }

    /** Pooled variance of one answer of weight 1. */
    private static double within(List<Answers> segments) {
        double squares = 0;
        double freedom = 0;
        for (Answers segment : segments) {
            squares += segment.squares() * segment.effective() / segment.weight();
            freedom += segment.effective() - 1;
        }
        return freedom > 0 ? squares / freedom : 0;
    }

    private static double between(List<Answers> segments, double within) {
        double sum = 0;
        double sumOfSquares = 0;
        double total = 0;
        for (Answers segment : segments) {
            double weight = segment.effective() / within;
            sum += weight;
            sumOfSquares += weight * weight;
            total += weight * segment.mean();
        }
        double heterogeneity = 0;
        for (Answers segment : segments) {
            heterogeneity += segment.effective() / within * Math.pow(segment.mean() - total / sum, 2);
        }
        double scale = sum - sumOfSquares / sum;
        return scale > 0 ? Math.max(0, (heterogeneity - (segments.size() - 1)) / scale) : 0;
    }
}
