package io.linkage.settings;

import java.util.List;

/** How what a contact changes is told apart by customer. */
public record UpliftSettings(
        @Setting(
                meaning = "responses of the treated, and of the control group, below which nothing is fitted",
                standard = "20",
                least = 5,
                most = 100000)
        int leastResponses,

        @Setting(
                meaning = "parts of the customers, of which each is tested by models of the others",
                standard = "5",
                least = 2,
                most = 20)
        int folds,

        @Setting(
                meaning = "strength of the ridge: half of it times the squared coefficients is added to the mean loss",
                standard = "0.001",
                least = 0,
                most = 10)
        double ridge,

        @Setting(
                meaning = "names of customer attributes, values of which tell customers apart; at best few, with few"
                        + " values each")
        List<String> attributes) {

    public UpliftSettings {
        attributes = List.copyOf(attributes);
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException("attributes must name " + MOST_ATTRIBUTES + " at most but names "
                    + attributes.size() + ": customers alike in all of them grow too few");
        }
    }

    private static final int MOST_ATTRIBUTES = 8;
}
