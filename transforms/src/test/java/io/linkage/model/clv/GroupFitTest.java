package io.linkage.model.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Effects of groups whose customers are made by a known process: MBG/NBD with a rate of Gamma(2, 10). */
class GroupFitTest {
    private static final String MANY = "segment=many";
    private static final String FAST = "segment=fast";
    private static final String FEW = "segment=few";

    @Test
    void aLargeGroupShowsItsRateAndASmallOneKeepsToAll() {
        Map<String, List<CountedHistory>> groups = new TreeMap<>();
        groups.put(MANY, customers(1, 800, 1));
        groups.put(FAST, customers(2, 600, 2));
        groups.put(FEW, customers(3, 3, 6));
        for (int other = 0; other < 4; other++) {
            groups.put("segment=" + other, customers(10 + other, 200, 1));
        }
        Fit<PurchaseModel> pooled = pooled(groups);

        Fit<PurchaseModel> fit = GroupFit.of(PurchaseFamily.MBG_NBD, pooled, groups);
        GroupEffects effects = effects(fit);

        double ratio = effects.rate().get(FAST) / effects.rate().get(MANY);
        assertThat(ratio).isCloseTo(2, within(.35));
        // Three customers who buy six times as often move their group by less than that.
        assertThat(effects.rate().get(FEW) / effects.rate().get(MANY)).isBetween(1.0, 4.0);
        assertThat(fit.logLikelihood()).isGreaterThan(pooled.logLikelihood() + 20);
        History history = new History(2, 29, 30);
        assertThat(effects.on(fit.model(), FAST).expectedPurchases(history, 26))
                .isGreaterThan(effects.on(fit.model(), MANY).expectedPurchases(history, 26));
    }

    @Test
    void groupsThatDoNotDifferHaveNoEffect() {
        Map<String, List<CountedHistory>> groups =
                new TreeMap<>(Map.of(MANY, customers(4, 800, 1), FAST, customers(5, 800, 1)));

        GroupEffects effects = effects(GroupFit.of(PurchaseFamily.MBG_NBD, pooled(groups), groups));

        assertThat(effects.rate().values()).allSatisfy(rate -> assertThat(rate).isCloseTo(1, within(.08)));
        assertThat(effects.dropout().values())
                .allSatisfy(odds -> assertThat(odds).isCloseTo(1, within(.1)));
    }

    @Test
    void anUnknownGroupIsLikeAll() {
        PurchaseModel model = new MbgNbd(.5, 6, .9, 1.6);
        GroupEffects effects = GroupEffects.of(Map.of("r", .5, "rate:segment=a", 2.0, "dropout:segment=a", 3.0));

        assertThat(effects.on(model, "segment=b|channel=c")).isEqualTo(model);
        assertThat(effects.on(model, "segment=a|channel=c").parameters())
                .containsEntry("alpha", 3.0)
                .hasEntrySatisfying("a", a -> assertThat(a).isCloseTo(2.7, within(1e-12)));
    }

    private static Fit<PurchaseModel> pooled(Map<String, List<CountedHistory>> groups) {
        return PurchaseFits.of(
                PurchaseFamily.MBG_NBD,
                groups.values().stream().flatMap(List::stream).toList());
    }

    private static GroupEffects effects(Fit<PurchaseModel> fit) {
        Map<String, Double> parameters = new TreeMap<>();
        fit.estimates().forEach(estimate -> parameters.put(estimate.name(), estimate.value()));
        return GroupEffects.of(parameters);
    }

    /** A year of purchases; each ends the relation with a chance that is uniform up to .3 over customers. */
    private static List<CountedHistory> customers(long seed, int count, double times) {
        SplittableRandom random = new SplittableRandom(seed);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double rate = -Math.log(random.nextDouble() * random.nextDouble()) / 10 * times;
            double dropout = .3 * random.nextDouble();
            long frequency = 0;
            double last = 0;
            double next = random.nextDouble() < dropout ? 99 : -Math.log(random.nextDouble()) / rate;
            while (next < 52) {
                frequency++;
                last = next;
                next = random.nextDouble() < dropout ? 99 : next - Math.log(random.nextDouble()) / rate;
            }
            histories.add(new History(frequency, last, 52));
        }
        return CountedHistory.count(histories);
    }
}
