package io.linkage.model.clv;

import java.util.List;

/**
 * Histories up to an earlier day and what came from then to the end of calibration: what chooses between models.
 *
 * @param outcomes of the customers known on the earlier day
 * @param weeks from the earlier day to the end of calibration
 */
public record Selection(List<CountedOutcome> outcomes, double weeks) {
    public Selection {
        outcomes = outcomes.stream().sorted().toList();
    }

    /** Whether there is a history as long as the forecast, repeat purchases to fit and purchases to forecast. */
    public boolean isLongEnough() {
        double longest =
                outcomes.stream().mapToDouble(o -> o.history().age()).max().orElse(0);
        boolean anyCame = outcomes.stream().anyMatch(o -> o.came() > 0);
        return longest >= weeks
                && anyCame
                && DropoutGuard.repeaters(histories()).identified();
    }

    /** The histories on the earlier day. */
    public List<CountedHistory> histories() {
        return CountedHistory.merge(outcomes.stream()
                .map(o -> new CountedHistory(o.history(), o.count()))
                .toList());
    }
}
