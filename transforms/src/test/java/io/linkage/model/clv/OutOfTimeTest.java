package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CDNOW fitted to 1997-07-01 and held against the quarter after it. */
class OutOfTimeTest {
    private static final LocalDate EARLIER = LocalDate.of(1997, 7, 1);

    @Test
    void theModelThatForecastsScoresWhateverTheLikelihood() {
        Selection selection = Cdnow.selection(EARLIER);
        List<Trial> trials = OutOfTime.of(
                List.of(PurchaseFamily.MBG_NBD, PurchaseFamily.PARETO_NBD, PurchaseFamily.BG_NBD), selection);
        ClvFit fit = ChooseModel.from(
                "auto", new PurchaseData(Cdnow.histories(), Optional.of(selection), Map.of()), Cdnow.spends());

        assertThat(fit.candidates()).extracting(Candidate::name).containsExactly(names(trials));
        assertThat(fit.candidates())
                .allSatisfy(c -> assertThat(c.selectionError()).isBetween(.1, 3.0));
        assertThat(fit.dropout().reason()).contains("Fitted 91 days earlier", "mean Poisson deviance");
        Trial first = trials.get(0);
        assertThat(trials)
                .allSatisfy(trial -> assertThat(
                                trial.family().compareTo(first.family()) > 0 || first.isAsGoodAs(trial, selection))
                        .isTrue());
        // The models differ by less than chance: the first in the order of preference is taken.
        assertThat(first.family()).isEqualTo(PurchaseFamily.MBG_NBD);
    }

    @Test
    void aWorseForecastIsToldFromABetterOne() {
        Selection selection = Cdnow.selection(EARLIER);
        Trial good = Trial.of(
                PurchaseFamily.MBG_NBD,
                PurchaseFits.mbgNbd(selection.histories()).model(),
                selection);
        Trial bad = Trial.of(PurchaseFamily.NBD, new Nbd(3, 12), selection);

        assertThat(bad.isAsGoodAs(good, selection)).isFalse();
        assertThat(good.isAsGoodAs(bad, selection)).isTrue();
        assertThat(bad.deviance()).isGreaterThan(good.deviance());
    }

    @Test
    void aWindowTooShortForForecastsIsDecidedByLikelihood() {
        Selection selection = Cdnow.selection(LocalDate.of(1997, 3, 1));
        assertThat(selection.isLongEnough()).isFalse();

        ClvFit fit = ChooseModel.from(
                "auto", new PurchaseData(Cdnow.histories(), Optional.of(selection), Map.of()), Cdnow.spends());

        assertThat(fit.candidates()).extracting(Candidate::name).containsExactly("mbg-nbd", "bg-nbd", "pareto-nbd");
        assertThat(fit.dropout().reason()).contains("The better likelihood decides");
    }

    private static String[] names(List<Trial> trials) {
        return trials.stream().map(trial -> trial.family().title()).toArray(String[]::new);
    }
}
