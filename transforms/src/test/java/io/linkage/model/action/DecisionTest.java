package io.linkage.model.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.settings.Action;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Round NOBODY_HELD = Round.of(LocalDate.of(2026, 1, 31), 28, 0);
    private static final Offer KEEP = offer(Action.KEEP, 0.1, 20_000, 500);
    private static final Offer DEEP = offer(Action.DEEP_SELL, 0.05, 10_000, 100);

    @Test
    void saysInWordsWhatIsDoneAndWhatElseCouldBe() {
        Decision decision = decide(List.of(KEEP, DEEP), Spending.UNLIMITED, NOBODY_HELD);

        assertThat(Sentence.of(decision))
                .isEqualTo(
                        "keep: 10.00 % of 200.00, less 5.00, is 15.00 (assumed). Next best: deep-sell: 5.00 % of 100.00,"
                                + " less 1.00, is 4.00 (assumed).");
        assertThat(decision.limit()).isEmpty();
    }

    @Test
    void namesTheBetterActionThatConsentForbids() {
        Decision decision = decide(List.of(KEEP.forbidden(Limit.CONSENT), DEEP), Spending.UNLIMITED, NOBODY_HELD);

        assertThat(decision.done()).contains(DEEP);
        assertThat(decision.better().map(Offer::action)).contains(Action.KEEP);
        assertThat(decision.limit()).contains(Limit.CONSENT);
        assertThat(Sentence.of(decision)).contains("Not done: keep", "did not allow contact");
    }

    @Test
    void namesTheBudgetWhereItIsWhatStopsTheBetterAction() {
        Decision decision = decide(List.of(KEEP), new Spending(Rank.TOP, java.util.Set.of(), 3, 0, 0, 0), NOBODY_HELD);

        assertThat(decision.done()).isEmpty();
        assertThat(decision.limit()).contains(Limit.BUDGET);
        assertThat(Sentence.of(decision))
                .isEqualTo(
                        "Nothing is done. Not done: keep: 10.00 % of 200.00, less 5.00, is 15.00 (assumed), as the budget"
                                + " brings more elsewhere.");
    }

    @Test
    void leavesAShareOfTheChosenAloneTheSameForAWholeRound() {
        Round round = Round.of(LocalDate.of(2026, 1, 31), 28, 0.1);
        Round later = Round.of(LocalDate.of(2026, 1, 31).plusDays(28), 28, 0.1);

        List<Long> held = held(round);

        assertThat(held.size()).isBetween(930, 1070);
        assertThat(held(Round.of(round.last(), 28, 0.1))).isEqualTo(held);
        assertThat(held(later)).isNotEqualTo(held);
    }

    @Test
    void aCustomerLeftAloneIsToldWhatWasPlanned() {
        Decision decision = decide(List.of(KEEP), Spending.UNLIMITED, Round.of(LocalDate.of(2026, 1, 31), 28, 1));

        assertThat(decision.done()).isEmpty();
        assertThat(decision.planned()).contains(KEEP);
        assertThat(decision.limit()).contains(Limit.CONTROL);
        assertThat(Sentence.of(decision)).startsWith("Nothing is done. Left alone at random, to learn from: keep");
    }

    @Test
    void anOfferThatDoesHarmOrCostsMoreThanItBringsIsNoAction() {
        List<Offer> offers = List.of(
                offer(Action.KEEP, -0.02, 50_000, 0),
                offer(Action.WIN_BACK, 0.1, -9000, 0),
                offer(Action.UP_SELL, 0.1, 1000, 100));

        Decision decision = decide(offers, Spending.UNLIMITED, NOBODY_HELD);

        assertThat(Sentence.of(decision)).isEqualTo("Nothing is done: no action is known to bring more than it costs.");
        assertThat(decision.better()).isEmpty();
    }

    @Test
    void placesGoToThoseForWhomTheActionAddsMostOverTheNextBest() {
        List<List<Offer>> customers = List.of(
                List.of(offer(Action.KEEP, 1, 1000, 0), offer(Action.UP_SELL, 1, 900, 0)),
                List.of(offer(Action.KEEP, 1, 500, 0)),
                List.of(offer(Action.KEEP, 1, 200, 0), offer(Action.UP_SELL, 1, 300, 0)));
        List<Step> claims = LongStream.range(0, 3)
                .boxed()
                .flatMap(customer ->
                        Places.claim(Action.KEEP, customers.get(customer.intValue()), customer, NOBODY_HELD).stream())
                .toList();

        Places places = Places.UNLIMITED.and(Action.KEEP, Budget.spend(new StepList(claims), 1));

        assertThat(claims).hasSize(2);
        assertThat(LongStream.range(0, 3)
                        .mapToObj(customer -> decide(
                                        places.given(customers.get((int) customer), customer, NOBODY_HELD),
                                        Spending.UNLIMITED,
                                        NOBODY_HELD)
                                .done()
                                .map(Offer::action)))
                .containsExactly(Optional.of(Action.UP_SELL), Optional.of(Action.KEEP), Optional.of(Action.UP_SELL));
    }

    private static List<Long> held(Round round) {
        return LongStream.range(0, 10_000)
                .filter(customer -> round.holdsBack(customer, Action.KEEP))
                .boxed()
                .toList();
    }

    private static Decision decide(List<Offer> offers, Spending spending, Round round) {
        return Decision.of(1, offers, Frontier.of(Offer.allowed(offers), 1, round.number()), spending, round);
    }

    private static Offer offer(Action action, double chance, long stake, long cost) {
        return new Offer(action, Optional.empty(), "assumed", chance, stake, cost, 0, Optional.empty());
    }
}
