package io.linkage.jobs.report;

import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.table.mart.Experience;
import io.linkage.table.staging.SurveyAnswer;

/** How a metric of experience is written: NPS in points, CSAT as a share, problems per 100, means of a scale as numbers of 0 to 1. */
enum Scale {
    POINTS(Plot.Unit.POINTS),
    SHARE(Plot.Unit.SHARE),
    RATE(Plot.Unit.NUMBER),
    MEAN(Plot.Unit.NUMBER);

    private static final int DECIMALS = 2;

    private final Plot.Unit unit;

    Scale(Plot.Unit unit) {
        this.unit = unit;
    }

    static Scale of(String metric) {
        return switch (metric) {
            case SurveyAnswer.NPS -> POINTS;
            case SurveyAnswer.CSAT -> SHARE;
            case Experience.PROBLEMS -> RATE;
            default -> MEAN;
        };
    }

    Plot.Unit unit() {
        return unit;
    }

    String write(double value, Words words) {
        return switch (this) {
            case POINTS -> words.points(value);
            case SHARE -> words.share(value);
            case RATE -> words.decimal(value, 1);
            case MEAN -> words.decimal(value, DECIMALS);
        };
    }

    /** With a sign, and one more digit where steps are small. */
    String change(double value, Words words) {
        return this == POINTS ? words.pointsChange(value) : words.decimalChange(value, DECIMALS + 1);
    }
}
