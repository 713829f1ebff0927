package io.linkage.mart;

import io.linkage.model.experience.BetaShares;
import io.linkage.model.experience.Figure;
import io.linkage.model.experience.NetPromoter;
import io.linkage.model.experience.ProblemRate;
import io.linkage.model.experience.Share;
import io.linkage.model.experience.Shrinkage;
import io.linkage.model.experience.Trend;
import io.linkage.table.mart.Experience;
import io.linkage.table.staging.SurveyAnswer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * What the answers of one month, subject and metric allow to say. NPS in points of 100, problems per 100
 * customers, the others 0 to 1.
 *
 * @param month first day of the month
 * @param level what the questions are about
 * @param subject which unit, process or value
 * @param metric instrument of the questions
 * @param answers how many; of problems, customers
 * @param promoters answers of 9 or 10, of nps
 * @param detractors answers of 0 to 6, of nps
 * @param top answers in the top quarter of the scale
 * @param mean mean share of the scale; of problems, how many per customer
 * @param deviation standard deviation of the share of the scale; NaN of one answer
 * @param target what the unit aims at; NaN where none is known
 * @param makeUp of which group of people, where the subject is a unit: months of another do not compare
 */
record ExperienceFigures(
        LocalDate month,
        String level,
        String subject,
        String metric,
        long answers,
        long promoters,
        long detractors,
        long top,
        double mean,
        double deviation,
        double target,
        String makeUp) {
    /** A trend rests on the months that lie at most so many before. */
    static final int TREND_MONTHS = 36;

    private static final int LEAST_SUBJECTS = 3;
    private static final double POINTS = 100;
    private static final double MONTHS_OF_YEAR = 12;

    /** The metric with its interval for samples of any size. */
    Figure figure() {
        return switch (metric) {
            case SurveyAnswer.NPS ->
                new NetPromoter(promoters, detractors, answers).figure().times(POINTS);
            case SurveyAnswer.CSAT -> share().figure();
            case Experience.PROBLEMS -> ProblemRate.of(mean, deviation, answers).figure();
            default -> Figure.student(mean, deviation / Math.sqrt(answers), answers - 1.0);
        };
    }

    /**
     * Variance of the metric, above 0 also where few answers are all alike: of so many answers, each with the variance of the
     * adjusted sample of nps and csat, and for means with that of the answers of all subjects and months.
     */
    double variance(double deviationOfAll) {
        return switch (metric) {
            case SurveyAnswer.NPS -> POINTS * POINTS * new NetPromoter(promoters, detractors, answers).soundVariance();
            case SurveyAnswer.CSAT -> share().soundVariance();
            case Experience.PROBLEMS -> POINTS * POINTS * deviationOfAll * deviationOfAll / answers;
            default -> deviationOfAll * deviationOfAll / answers;
        };
    }

    /** Standard deviation of an answer within subject and month; NaN where no two answers were given to one. */
    static double deviation(List<ExperienceFigures> rows) {
        double squares = 0;
        double freedom = 0;
        for (ExperienceFigures row : rows) {
            if (row.answers > 1) {
                squares += (row.answers - 1) * row.deviation * row.deviation;
                freedom += row.answers - 1;
            }
        }
        return freedom > 0 && squares > 0 ? Math.sqrt(squares / freedom) : Double.NaN;
    }

    /**
     * How the figures of one metric and month are drawn towards each other, fitted once for all of them; to null below three
     * subjects, or without variance.
     */
    static Function<ExperienceFigures, Figure> shrinking(List<ExperienceFigures> subjects, double deviationOfAll) {
        boolean isKnown = subjects.stream().allMatch(subject -> subject.variance(deviationOfAll) > 0);
        if (subjects.size() < LEAST_SUBJECTS || !isKnown) {
            return subject -> null;
        }
        if (subjects.get(0).metric.equals(SurveyAnswer.CSAT)) {
            BetaShares shares = BetaShares.fit(
                    subjects.stream().map(ExperienceFigures::share).toList());
            return subject -> shares.of(subject.share());
        }
        Shrinkage shrinkage = Shrinkage.pauleMandel(
                subjects.stream().map(subject -> subject.group(deviationOfAll)).toList());
        return subject -> shrinkage.of(subject.group(deviationOfAll));
    }

    private Share share() {
        return new Share(top, answers);
    }

    private Shrinkage.Group group(double deviationOfAll) {
        return new Shrinkage.Group(figure().estimate(), variance(deviationOfAll));
    }

    /** Months of the subject that the trend of this one rests on: itself and those up to 36 months before. */
    boolean isFollowedBy(ExperienceFigures later) {
        long before = ChronoUnit.MONTHS.between(month, later.month);
        return before >= 0 && before <= TREND_MONTHS && makeUp.equals(later.makeUp);
    }

    /** Trend per month through such months. */
    static Trend trend(List<ExperienceFigures> months, double deviationOfAll) {
        return Trend.of(months.stream()
                .filter(row -> row.variance(deviationOfAll) > 0)
                .map(row -> new Trend.Period(row.time(), row.figure().estimate(), row.variance(deviationOfAll)))
                .toList());
    }

    /** How likely December is at the target; NaN where nothing is known to tell it by. */
    double targetProbability(Trend trend, double deviationOfAll) {
        double left = MONTHS_OF_YEAR - month.getMonthValue();
        return trend.freedom() > 0
                ? trend.probabilityOfReaching(target, time() + left)
                : Figure.probabilityAtLeast(figure().estimate(), Math.sqrt(variance(deviationOfAll)), target);
    }

    private double time() {
        return ChronoUnit.MONTHS.between(LocalDate.EPOCH, month);
    }
}
