package io.linkage.model.drivers;

/**
 * Answers that were left open, filled in by two-way imputation: what the attribute has on average, as much higher or lower as
 * the respondent's other answers are (Bernaards and Sijtsma 2000, Multivariate Behavioral Research 35(3)), within the scale.
 */
public final class TwoWay {
    /** Below this share of the attributes answered a respondent says too little for the rest to be filled in. */
    public static final double LEAST_ANSWERED = 0.5;

    private TwoWay() {}

    /** Whether enough is answered; NaN is an open answer. */
    public static boolean suffices(double[] answers) {
        return answered(answers) >= LEAST_ANSWERED * answers.length && answered(answers) > 0;
    }

    /**
     * With every answer.
     *
     * @param answers of one respondent, 0 to 1, in the order of the attributes; NaN where open
     * @param means of the attributes over all respondents
     */
    public static double[] filled(double[] answers, double[] means) {
        double higher = 0;
        for (int i = 0; i < answers.length; i++) {
            higher += Double.isNaN(answers[i]) ? 0 : (answers[i] - means[i]) / answered(answers);
        }
        double[] filled = new double[answers.length];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = Double.isNaN(answers[i]) ? Math.max(0, Math.min(1, means[i] + higher)) : answers[i];
        }
        return filled;
    }

    private static int answered(double[] answers) {
        int answered = 0;
        for (double answer : answers) {
            answered += Double.isNaN(answer) ? 0 : 1;
        }
        return answered;
    }
}
