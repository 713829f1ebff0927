package io.linkage.model.wallet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;

/**
 * A fitted wallet model with what is not known of it, and the errors of its respondents.
 *
 * @param model the estimate
 * @param elsewhere its lines with their covariances
 * @param inside own spending
 * @param outside spending elsewhere
 * @param ours errors inside of respondents who buy with us alone
 * @param shared errors of the others, inside and outside belonging together
 */
public record TwoParts(
        WalletModel model,
        FittedLine elsewhere,
        FittedLine inside,
        FittedLine outside,
        List<Double> ours,
        List<double[]> shared) {
    /** Customers of the rarer kind below which one chance holds for all. */
    static final int LEAST_OF_EACH = 30;

    /** Share of respondents at either end that are drawn to where the others begin. */
    private static final double WINSORISED = 0.0025;

    /** Standard errors of intercept and coefficients of buying elsewhere. */
    public List<Double> elsewhereErrors() {
        return elsewhere.errors();
    }

    /** The same of spending with us. */
    public List<Double> insideErrors() {
        return inside.errors();
    }

    /** The same of spending elsewhere. */
    public List<Double> outsideErrors() {
        return outside.errors();
    }

    /** Fits to respondents; the terms may come from more of them. */
    static TwoParts fit(List<Respondent> respondents, Terms terms) {
        List<Respondent> elsewhere =
                respondents.stream().filter(Respondent::buysElsewhere).toList();
        double[] wallets = winsorised(respondents);
        double[] inside = new double[wallets.length];
        double[] outside = new double[elsewhere.size()];
        int place = 0;
        for (int row = 0; row < wallets.length; row++) {
            Respondent one = respondents.get(row);
            inside[row] = StrictMath.log(wallets[row] * one.heldShare());
            if (one.buysElsewhere()) {
                outside[place++] = StrictMath.log(wallets[row] * (1 - one.heldShare()));
            }
        }
        FittedLine within = regression(respondents, terms).fit(Loss.squared(inside));
        FittedLine without = regression(elsewhere, terms).fit(Loss.squared(outside));
        return of(
                terms, respondents, incidence(respondents, elsewhere.size(), terms), within, without, inside, outside);
    }

    private static TwoParts of(
            Terms terms,
            List<Respondent> respondents,
            FittedLine elsewhere,
            FittedLine within,
            FittedLine without,
            double[] inside,
            double[] outside) {
        List<Double> ours = new ArrayList<>();
        List<double[]> shared = new ArrayList<>();
        double[] smear = new double[4];
        for (int row = 0; row < inside.length; row++) {
            Respondent one = respondents.get(row);
            double[] of = terms.of(one.buyer());
            double error = inside[row] - within.line().at(of);
            smear[0] += one.weight() * StrictMath.exp(error);
            smear[1] += one.weight();
            if (one.buysElsewhere()) {
                double there = outside[shared.size()] - without.line().at(of);
                smear[2] += one.weight() * StrictMath.exp(there);
                smear[3] += one.weight();
                shared.add(new double[] {error, there});
            } else {
                ours.add(error);
            }
        }
        WalletModel model = new WalletModel(
                terms, elsewhere.line(), within.line(), without.line(), smear[0] / smear[1], smear[2] / smear[3]);
        return new TwoParts(model, elsewhere, within, without, ours, shared);
    }

    /** One chance for all where too few of a kind were asked to tell them apart. */
    private static FittedLine incidence(List<Respondent> respondents, int elsewhere, Terms terms) {
        boolean[] events = new boolean[respondents.size()];
        for (int row = 0; row < events.length; row++) {
            events[row] = respondents.get(row).buysElsewhere();
        }
        boolean isApart = Math.min(elsewhere, respondents.size() - elsewhere) >= LEAST_OF_EACH;
        return isApart
                ? regression(respondents, terms).fit(Loss.logistic(events))
                : oneChance(respondents, terms.codes().size());
    }

    /** With half a respondent more on either side, so that a chance is never 0 or 1. */
    private static FittedLine oneChance(List<Respondent> respondents, int terms) {
        double yes = 0;
        double all = 0;
        double squares = 0;
        for (Respondent one : respondents) {
            yes += one.buysElsewhere() ? one.weight() : 0;
            all += one.weight();
            squares += one.weight() * one.weight();
        }
        double effective = all * all / squares;
        double chance = (yes / all * effective + 0.5) / (effective + 1);
        double error = 1 / Math.sqrt(effective * chance * (1 - chance));
        double[][] root = new double[terms + 1][1];
        root[0][0] = error;
        return new FittedLine(
                Line.flat(StrictMath.log(chance / (1 - chance)), terms), MatrixUtils.createRealMatrix(root));
    }

    /** Wallets; those that lie farthest from the ledger's spending are drawn in. */
    private static double[] winsorised(List<Respondent> respondents) {
        double[] ratios = new double[respondents.size()];
        double[] own = new double[ratios.length];
        for (int row = 0; row < ratios.length; row++) {
            own[row] = Math.max(1, respondents.get(row).buyer().ownSpend());
            ratios[row] = respondents.get(row).reference() / own[row];
        }
        double[] rising = ratios.clone();
        Arrays.sort(rising);
        int cut = (int) (WINSORISED * rising.length);
        double least = rising[cut];
        double most = rising[rising.length - 1 - cut];
        double[] wallets = new double[ratios.length];
        for (int row = 0; row < wallets.length; row++) {
            wallets[row] = own[row] * Math.min(most, Math.max(least, ratios[row]));
        }
        return wallets;
    }

    private static Regression regression(List<Respondent> respondents, Terms terms) {
        return new Regression(
                respondents.stream().map(one -> terms.of(one.buyer())).toList(),
                respondents.stream().mapToDouble(Respondent::weight).toArray());
    }
}
