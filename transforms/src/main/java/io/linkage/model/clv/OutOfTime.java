package io.linkage.model.clv;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Chooses between models by what they forecast of a time they did not see. Of those that the best does not beat by more than one
 * standard error (Breiman et al. 1984) the first in the order of preference is taken, so that the choice does not change from
 * night to night by chance.
 */
final class OutOfTime {
    private OutOfTime() {}

    /** Trials of the given families, the chosen one first, then by error. */
    static List<Trial> of(List<PurchaseFamily> families, Selection selection) {
        List<CountedHistory> histories = selection.histories();
        List<Trial> trials = families.stream()
                .map(family ->
                        Trial.of(family, PurchaseFits.of(family, histories).model(), selection))
                .sorted(Comparator.comparingDouble(Trial::deviance).thenComparing(Trial::family))
                .toList();
        Trial best = trials.get(0);
        Trial chosen = trials.stream()
                .filter(trial -> trial.isAsGoodAs(best, selection))
                .min(Comparator.comparing(Trial::family))
                .orElse(best);
        return trials.stream()
                .sorted(Comparator.comparing(trial -> trial != chosen))
                .toList();
    }

    /** One trial in words. */
    static String reason(Trial trial, Selection selection) {
        return String.format(
                Locale.ROOT,
                " Fitted %.0f days earlier, it forecast what then came with a mean Poisson deviance of %.4f, a mean absolute"
                        + " error of %.4f purchase days and a bias of %+.1f %%.",
                selection.weeks() * 7,
                trial.deviance(),
                trial.absoluteError(),
                100 * trial.biasShare());
    }
}
