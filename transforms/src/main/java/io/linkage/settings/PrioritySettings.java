package io.linkage.settings;

/** Which answers tell what matters to customers, and what counts as their outcome. */
public record PrioritySettings(
        @Setting(
                meaning = "months before the business date whose answers count",
                standard = "24",
                least = 1,
                most = 120)
        int answerMonths,

        @Setting(
                meaning = "days after an answer in which margin and purchases are its outcome",
                standard = "180",
                least = 1,
                most = 730)
        int outcomeDays,

        @Setting(
                meaning = "respondents with attributes and outcome below which no importance is given",
                standard = "100",
                least = 30,
                most = 100000)
        int leastRespondents,

        @Setting(
                meaning = "bootstrap samples that tell how stable a quadrant is",
                standard = "199",
                least = 99,
                most = 1999)
        int draws) {}
