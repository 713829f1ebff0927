package io.linkage.model.drivers.spark;

import io.linkage.model.experience.Figure;
import io.linkage.model.experience.NetPromoter;
import io.linkage.model.experience.Share;
import io.linkage.table.staging.SurveyAnswer;
import java.io.Serializable;

/**
 * What was answered about one attribute.
 *
 * @param name how it is told from others
 * @param respondents who answered
 * @param answers how many answers
 * @param promoters answers of 9 or 10, of nps
 * @param detractors answers of 0 to 6, of nps
 * @param top answers in the top quarter of the scale
 * @param total sum of the answers, 0 to 1 each
 * @param squares sum of their squares
 * @param aimed answers about a unit that has a target
 * @param aims sum of these targets
 * @param reached what these answers add to the metric, nps -1 to 1 each: others have nothing to be held against
 */
record Attribute(
        Name name,
        long respondents,
        long answers,
        long promoters,
        long detractors,
        long top,
        double total,
        double squares,
        long aimed,
        double aims,
        double reached)
        implements Serializable {
    private static final double POINTS = 100;

    /**
     * Level, subject and metric, as in mart_experience.
     *
     * @param level what the attribute belongs to
     * @param subject which attribute
     * @param metric instrument of its questions
     */
    record Name(String level, String subject, String metric) implements Serializable, Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            return key().compareTo(other.key());
        }

        String key() {
            return String.join("\n", level, subject, metric);
        }
    }

    /** The same attribute in two surveys. */
    Attribute plus(Attribute other) {
        return new Attribute(
                name,
                respondents + other.respondents,
                answers + other.answers,
                promoters + other.promoters,
                detractors + other.detractors,
                top + other.top,
                total + other.total,
                squares + other.squares,
                aimed + other.aimed,
                aims + other.aims,
                reached + other.reached);
    }

    /** Mean answer, 0 to 1. */
    double mean() {
        return total / answers;
    }

    /** The metric with its interval, as in mart_experience: nps in points of 100, the others 0 to 1. */
    Figure performance() {
        return switch (name.metric()) {
            case SurveyAnswer.NPS ->
                new NetPromoter(promoters, detractors, answers).figure().times(POINTS);
            case SurveyAnswer.CSAT -> new Share(top, answers).figure();
            default -> Figure.student(mean(), error(), answers - 1.0);
        };
    }

    private double error() {
        double variance = Math.max(0, squares - total * mean()) / (answers - 1.0);
        return Math.sqrt(variance / answers);
    }

    /** Mean target, in the unit of the metric; NaN where no unit has one. */
    double target() {
        return aimed > 0 ? aims / aimed : Double.NaN;
    }

    /** Mean of the metric less the target, of answers about units that have one; NaN where none has. */
    double gap() {
        double points = name.metric().equals(SurveyAnswer.NPS) ? POINTS : 1;
        return aimed > 0 ? (points * reached - aims) / aimed : Double.NaN;
    }
}
