package io.linkage.model.contract;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Greatest likelihood of the shifted-beta-geometric over ln alpha and ln beta: damped Newton steps with exact derivatives, from
 * several starts.
 */
final class RenewalSearch {
    /** Half the width of the box around 1, in logarithms. */
    static final double BOUND = 12;

    private static final int MOST_ROUNDS = 200;
    private static final double MOST_DAMPING = 1e10;
    private static final double NO_GAIN = 1e-12;
    /** Determinant of the curvature, relative to the product of its diagonal, below which a direction counts as flat. */
    private static final double FLAT = 1e-9;

    private RenewalSearch() {}

    /**
     * Where the best search ended.
     *
     * @param logAlpha ln alpha
     * @param logBeta ln beta
     * @param logLikelihood there
     * @param curvature of it in the logarithms
     */
    record Found(double logAlpha, double logBeta, double logLikelihood, Curvature curvature) {
        ShiftedBetaGeometric model() {
            return new ShiftedBetaGeometric(Math.exp(logAlpha), Math.exp(logBeta));
        }

        boolean atBound() {
            return Math.max(Math.abs(logAlpha), Math.abs(logBeta)) > BOUND - 0.01;
        }

        boolean isFlat() {
            return !(curvature.aa() < 0 && curvature.bb() < 0)
                    || curvature.determinant() < FLAT * curvature.aa() * curvature.bb();
        }

        /** By the delta method, from the inverse of the curvature. */
        List<Double> errors() {
            double variance = isFlat() ? Double.NaN : -1 / curvature.determinant();
            return List.of(
                    Math.exp(logAlpha) * Math.sqrt(variance * curvature.bb()),
                    Math.exp(logBeta) * Math.sqrt(variance * curvature.aa()));
        }
    }

    /** First and second derivatives of the log-likelihood in ln alpha and ln beta. */
    record Curvature(double a, double b, double aa, double ab, double bb) {
        double determinant() {
            return aa * bb - ab * ab;
        }

        static Curvature of(RenewalCounts counts, double alpha, double beta) {
            double a = 0;
            double b = 0;
            double aa = 0;
            double bb = 0;
            double ab = 0;
            for (RenewalCounts.Renewal renewal : counts.renewals()) {
                double age = renewal.number() - 1;
                double due = renewal.due() / (alpha + beta + age);
                double dueSquared = due / (alpha + beta + age);
                double made = renewal.made() / (beta + age);
                a += renewal.missed() / alpha - due;
                b += made - due;
                aa += dueSquared - renewal.missed() / (alpha * alpha);
                bb += dueSquared - made / (beta + age);
                ab += dueSquared;
            }
            return new Curvature(
                    alpha * a,
                    beta * b,
                    alpha * alpha * aa + alpha * a,
                    alpha * beta * ab,
                    beta * beta * bb + beta * b);
        }
    }

    static Found of(RenewalCounts counts) {
        double odds = (double) counts.ends() / Math.max(1, counts.due() - counts.ends());
        return Stream.of(0.5, 1.0, 4.0, 30.0)
                .map(size -> climb(counts, Math.log(size * odds), Math.log(size)))
                .max(Comparator.comparingDouble(Found::logLikelihood))
                .orElseThrow();
    }

    private static Found climb(RenewalCounts counts, double logAlpha, double logBeta) {
        Found at = at(counts, logAlpha, logBeta);
        double damping = 1e-3;
        for (int round = 0; round < MOST_ROUNDS && damping < MOST_DAMPING; round++) {
            Found next = step(counts, at, damping);
            double gain = next.logLikelihood() - at.logLikelihood();
            if (gain > 0) {
                at = next;
                damping /= 10;
            } else {
                damping *= 10;
            }
            if (gain >= 0 && gain < NO_GAIN * Math.abs(at.logLikelihood())) {
                return at;
            }
        }
        return at;
    }

    /** Solves (-H + damping |diag H|) d = g, after a shift that leaves it positive definite. */
    private static Found step(RenewalCounts counts, Found from, double damping) {
        Curvature c = from.curvature();
        double aa = Math.abs(c.aa()) * (1 + damping) + 1e-12;
        double bb = Math.abs(c.bb()) * (1 + damping) + 1e-12;
        // Beyond this the two together would point downhill.
        double most = 0.999 * Math.sqrt(aa * bb);
        double ab = Math.max(-most, Math.min(most, -c.ab()));
        double determinant = aa * bb - ab * ab;
        double alpha = (bb * c.a() - ab * c.b()) / determinant;
        double beta = (aa * c.b() - ab * c.a()) / determinant;
        double longest = Math.max(1, Math.max(Math.abs(alpha), Math.abs(beta)));
        return at(counts, from.logAlpha() + alpha / longest, from.logBeta() + beta / longest);
    }

    private static Found at(RenewalCounts counts, double logAlpha, double logBeta) {
        double a = Math.max(-BOUND, Math.min(BOUND, logAlpha));
        double b = Math.max(-BOUND, Math.min(BOUND, logBeta));
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(Math.exp(a), Math.exp(b));
        return new Found(a, b, model.logLikelihood(counts), Curvature.of(counts, model.alpha(), model.beta()));
    }
}
