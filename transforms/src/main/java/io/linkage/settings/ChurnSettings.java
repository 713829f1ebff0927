package io.linkage.settings;

import java.util.List;

/** How the chance that a customer leaves is defined and estimated. */
public record ChurnSettings(
        @Setting(
                meaning = "what leaving is: no-purchase in the window, contract-end in the window, or stated, where one"
                        + " snapshot holds features and outcome; auto is contract-end where there are contracts, else"
                        + " no-purchase",
                standard = "auto",
                oneOf = {"auto", "no-purchase", "contract-end", "stated"})
        String definition,

        @Setting(meaning = "days in which leaving is looked for", standard = "90", least = 7, most = 730)
        int windowDays,

        @Setting(
                meaning = "days between the features and the window: what the company needs to act, and late rows to"
                        + " arrive",
                standard = "7",
                least = 0,
                most = 90)
        int gapDays,

        @Setting(
                meaning = "dates in the past on which the model learns and is tested, one window apart",
                standard = "4",
                least = 1,
                most = 36)
        int snapshots,

        @Setting(
                meaning = "customers who left, and customers who stayed, below which nothing is fitted",
                standard = "50",
                least = 10,
                most = 100000)
        int leastEvents,

        @Setting(
                meaning =
                        "strength of the ridge: half of it times the squared standardised coefficients is added to the"
                                + " mean log-loss",
                standard = "0.001",
                least = 0,
                most = 10)
        double ridge,

        @Setting(
                meaning = "values up to which a text is taken as a feature, one indicator each",
                standard = "20",
                least = 2,
                most = 200)
        int mostLevels,

        @Setting(
                meaning =
                        "area under the curve of one feature alone above which it is left out as a leak of the outcome",
                standard = "0.9",
                least = 0.5,
                most = 1)
        double leakageArea,

        @Setting(
                meaning =
                        "parts of which each is tested by a model of the others, where only one date is there to learn"
                                + " from",
                standard = "10",
                least = 3,
                most = 20)
        int folds,

        @Setting(
                meaning =
                        "what turns the margin of a model into a chance: platt, a line; isotonic, any rising curve; auto"
                                + " takes the one that forecasts better what it was not fitted on",
                standard = "auto",
                oneOf = {"auto", "platt", "isotonic"})
        String calibration,

        @Setting(
                meaning =
                        "model that is tried beside the logistic regression, and scores only where the interval of the"
                                + " difference in profit lies above 0",
                standard = NO_CHALLENGER,
                oneOf = {NO_CHALLENGER, BOOSTED_TREES})
        String challenger,

        @Setting(
                meaning =
                        "features that no model takes, as columns of feature_churn or attributes of customer_attribute:"
                                + " those that are made from the outcome, whatever they tell")
        List<String> deniedFeatures) {

    /** The regression alone. */
    public static final String NO_CHALLENGER = "none";
    /** Gradient-boosted trees. */
    public static final String BOOSTED_TREES = "boosted-trees";

    public ChurnSettings {
        deniedFeatures = List.copyOf(deniedFeatures);
    }

    /** Whether trees are grown beside the regression. */
    public boolean growsTrees() {
        return challenger.equals(BOOSTED_TREES);
    }
}
