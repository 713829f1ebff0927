package io.linkage.settings;

/** When a link between employees, customers and money is shown. */
public record LinkageSettings(
        @Setting(
                meaning = "customers' answers below which a unit has no experience in a month",
                standard = "5",
                least = 1,
                most = 1000)
        int leastAnswers,

        @Setting(
                meaning = "draws of a bootstrap of units; more make intervals steadier and take longer",
                standard = "999",
                least = 199,
                most = 9999)
        int draws,

        @Setting(
                meaning = "whole months of the past whose served customers stand for those to come, in euro per point",
                standard = "3",
                least = 1,
                most = 12)
        int valueMonths,

        @Setting(
                meaning =
                        "months for which a wave of engagement stands; where the next one is skipped, a unit has no engagement then",
                standard = "12",
                least = 1,
                most = 60)
        int waveMonths) {}
