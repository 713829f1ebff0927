package io.linkage.settings;

/** How gradient-boosted trees are grown, where models.churn.challenger asks for them. */
public record TreeSettings(
        @Setting(meaning = "trees, one grown after the other", standard = "100", least = 1, most = 1000)
        int trees,

        @Setting(meaning = "questions on the way to a leaf", standard = "3", least = 1, most = 8)
        int depth,

        @Setting(meaning = "share of each tree that counts", standard = "0.1", least = 0.001, most = 1)
        double learningRate,

        @Setting(
                meaning =
                        "examples from which they are grown at most, which a digest chooses: they are grown in the memory"
                                + " of one machine",
                standard = "50000",
                least = 1000,
                most = 500000)
        int mostExamples) {}
