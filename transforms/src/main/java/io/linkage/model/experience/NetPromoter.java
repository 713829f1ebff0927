package io.linkage.model.experience;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Net promoter score as a share, -1 to 1 (Reichheld 2003): promoters less detractors. Answers are independent; those of a
 * weighted sample come in as if of Kish's effective number.
 *
 * @param promoters answers of 9 or 10
 * @param detractors answers of 0 to 6
 * @param answers all answers
 */
public record NetPromoter(double promoters, double detractors, double answers) {
    /** Below so many answers the interval is the adjusted one. */
    public static final int SMALL_SAMPLE = 50;

    private static final double PSEUDO_ANSWERS = 3;
    private static final double PSEUDO_EXTREMES = 0.75;

    /** Promoters less detractors, as a share of the answers. */
    public double score() {
        return (promoters - detractors) / answers;
    }

    /** Variance of one answer: p + d - (p - d)^2. */
    public double variance() {
        double score = score();
        return Math.max(0, (promoters + detractors) / answers - score * score);
    }

    /** Standard error of the score. */
    public double error() {
        return Math.sqrt(variance() / answers);
    }

    /** Standard error where the answers are a good part of a population: times sqrt(1 - n / N) (Cochran 1977, 2.7). */
    public double error(double population) {
        return error() * Math.sqrt(Math.max(0, 1 - answers / population));
    }

    /**
     * Score with its 95 % interval. Below 50 answers, or where all answers are alike, the interval is that of the sample
     * with three pseudo answers: 3/4 promoter, 3/2 passive, 3/4 detractor (Rocks 2016, The American Statistician 70(4)),
     * up to the score itself where it ends short of it. The standard error of answers that are all alike is not known.
     */
    public Figure figure() {
        NetPromoter sound = sound();
        Figure interval = Figure.normal(sound.score(), sound.error()).within(-1, 1);
        return new Figure(
                score(),
                variance() > 0 ? error() : Double.NaN,
                Math.min(interval.low(), score()),
                Math.max(interval.high(), score()));
    }

    /** Variance of the score: of so many answers, each with the variance that {@link #sound} gives one; above 0. */
    public double soundVariance() {
        return sound().variance() / answers;
    }

    /** This sample, with the pseudo answers where it is too small for its own variance to be trusted. */
    public NetPromoter sound() {
        return answers < SMALL_SAMPLE || variance() == 0
                ? new NetPromoter(promoters + PSEUDO_EXTREMES, detractors + PSEUDO_EXTREMES, answers + PSEUDO_ANSWERS)
                : this;
    }

    /** This score less another of independent answers, with the interval of the difference. */
    public Figure less(NetPromoter other) {
        NetPromoter here = sound();
        NetPromoter there = other.sound();
        Figure interval = Figure.normal(here.score() - there.score(), Math.hypot(here.error(), there.error()));
        return new Figure(score() - other.score(), interval.error(), interval.low(), interval.high());
    }

    /** How likely a difference of this size or more is where there is none, both directions. */
    public double probabilityOfNoDifference(NetPromoter other) {
        NetPromoter here = sound();
        NetPromoter there = other.sound();
        double z = Math.abs(here.score() - there.score()) / Math.hypot(here.error(), there.error());
        return 2 * new NormalDistribution().cumulativeProbability(-z);
    }

    /** How many such answers an interval of plus or minus {@code margin} needs. */
    public double neededAnswers(double margin) {
        return sound().variance() * Math.pow(Figure.Z / margin, 2);
    }
}
