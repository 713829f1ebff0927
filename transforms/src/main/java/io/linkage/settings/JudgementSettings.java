package io.linkage.settings;

import java.util.List;

/** When forecasts of earlier nights are held against what happened. */
public record JudgementSettings(
        @Setting(
                meaning =
                        "days after which the forecasts of a night are held against what happened since; each night is"
                                + " judged once at each age",
                standard = "28 | 91 | 182 | 365",
                least = 7,
                most = 3650)
        List<Long> afterDays) {

    public JudgementSettings {
        afterDays = afterDays.stream().distinct().sorted().toList();
    }
}
