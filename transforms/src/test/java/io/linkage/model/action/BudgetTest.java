package io.linkage.model.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.model.random.Draws;
import io.linkage.settings.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BudgetTest {
    private static final Action[] ACTIONS = Action.values();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noChoiceThatTheBudgetPaysExceedsTheBoundAndThePlanLosesLessThanOneStep(long seed) {
        List<List<Offer>> customers = customers(seed, 6, 3);
        long budget = Draws.of(seed, "budget").below(2500);
        long free = customers.stream().mapToLong(BudgetTest::free).sum();

        Spending spending = Budget.spend(new StepList(steps(customers)), budget);

        long best = best(customers, 0, budget) - free;
        long dearest = steps(customers).stream().mapToLong(Step::value).max().orElse(0);
        assertThat(spending.cost()).isLessThanOrEqualTo(budget);
        assertThat(spending.bound()).isGreaterThanOrEqualTo(best);
        assertThat(spending.value()).isLessThanOrEqualTo(best);
        assertThat(best - spending.value()).isLessThanOrEqualTo(dearest);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatCustomersThenGetIsWhatThePlanSays(long seed) {
        List<List<Offer>> customers = customers(seed, 40, 8);
        long budget = Draws.of(seed, "budget").below(20_000);

        Spending spending = Budget.spend(new StepList(steps(customers)), budget);

        List<Offer> chosen = IntStream.range(0, customers.size())
                .mapToObj(customer -> frontier(customers, customer).chosen(spending))
                .flatMap(Optional::stream)
                .toList();
        long free = customers.stream().mapToLong(BudgetTest::free).sum();
        assertThat(chosen.stream().mapToLong(Offer::cost).sum()).isEqualTo(spending.cost());
        assertThat(chosen.stream().mapToLong(Offer::value).sum() - free).isEqualTo(spending.value());
    }

    @Test
    void athousandCustomersAreWithinOneInAThousandOfTheBound() {
        List<List<Offer>> customers = customers(7, 1000, 8);

        Spending spending = Budget.spend(new StepList(steps(customers)), 200_000);

        assertThat(spending.cost()).isBetween(199_000L, 200_000L);
        assertThat(spending.price()).isGreaterThan(0);
        assertThat(spending.gap()).isBetween(0.0, 0.001);
    }

    @Test
    void theOrderOfStepsDecidesNothing() {
        List<Step> steps = new ArrayList<>(steps(customers(3, 500, 8)));
        Spending spending = Budget.spend(new StepList(steps), 90_000);

        for (int round = 0; round < 5; round++) {
            Collections.shuffle(steps, new Random(round));
            assertThat(Budget.spend(new StepList(steps), 90_000)).isEqualTo(spending);
        }
    }

    @Test
    void customersAlikeInEverythingAreToldApartByTheirDigestAndTheBudgetIsUsedUp() {
        List<List<Offer>> customers = Collections.nCopies(1000, List.of(offer(Action.KEEP, 900, 500)));

        Spending spending = Budget.spend(new StepList(steps(customers)), 250_000);

        assertThat(spending.cost()).isEqualTo(250_000);
        assertThat(spending.bound() - spending.value())
                .as("cents, by rounding up")
                .isBetween(0L, 1L);
    }

    @Test
    void aBudgetOfNothingTakesNoStepAndAnEndlessOneTakesAll() {
        List<Step> steps = steps(customers(5, 50, 4));

        assertThat(Budget.spend(new StepList(steps), 0))
                .extracting("cost", "value")
                .containsExactly(0L, 0L);
        assertThat(Budget.spend(new StepList(steps), Long.MAX_VALUE))
                .extracting("price", "value")
                .containsExactly(0.0, steps.stream().mapToLong(Step::value).sum());
        assertThat(Budget.spend(new StepList(List.of()), 100).gap()).isZero();
    }

    @Test
    void offersThatAddLessPerCostThanADearerOneAreNoStepOfTheirOwn() {
        List<Offer> offers = List.of(
                offer(Action.UP_SELL, 150, 100),
                offer(Action.CROSS_SELL, 400, 200),
                offer(Action.KEEP, 300, 200),
                offer(Action.DEEP_SELL, -50, 10));

        Frontier frontier = Frontier.of(Offer.allowed(offers), 1, 0);

        assertThat(frontier.offers()).extracting(Offer::action).containsExactly(Action.CROSS_SELL);
        assertThat(frontier.steps())
                .extracting(Step::cost, Step::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(200L, 400L));
    }

    /** An offer of a value and a cost. */
    private static Offer offer(Action action, long value, long cost) {
        return new Offer(action, Optional.empty(), "assumed", 1, value + cost, cost, 0, Optional.empty());
    }

    private static List<List<Offer>> customers(long seed, int many, int offers) {
        return IntStream.range(0, many)
                .mapToObj(customer -> {
                    Draws draws = Draws.of(seed, "offers", customer);
                    return IntStream.range(0, offers)
                            .mapToObj(place -> offer(ACTIONS[place], draws.below(2000) - 400, 100L * draws.below(8)))
                            .toList();
                })
                .toList();
    }

    private static List<Step> steps(List<List<Offer>> customers) {
        return IntStream.range(0, customers.size())
                .mapToObj(customer -> frontier(customers, customer))
                .flatMap(frontier -> frontier.steps().stream())
                .toList();
    }

    private static Frontier frontier(List<List<Offer>> customers, int customer) {
        return Frontier.of(Offer.allowed(customers.get(customer)), customer, 0);
    }

    private static long free(List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.cost() == 0)
                .mapToLong(Offer::value)
                .filter(value -> value > 0)
                .max()
                .orElse(0);
    }

    /** Tries everything. */
    private static long best(List<List<Offer>> customers, int from, long budget) {
        if (from == customers.size()) {
            return 0;
        }
        long best = best(customers, from + 1, budget);
        for (Offer offer : customers.get(from)) {
            if (offer.cost() <= budget) {
                best = Math.max(best, offer.value() + best(customers, from + 1, budget - offer.cost()));
            }
        }
        return best;
    }
}
