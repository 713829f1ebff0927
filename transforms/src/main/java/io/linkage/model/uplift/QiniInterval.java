package io.linkage.model.uplift;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * 95 % interval of a Qini coefficient by the bootstrap: each contact counts as often as a Poisson draw of mean 1 says (Hanley and
 * MacGibbon 2006), so that those who are alike, and responded alike, count by one draw of their number. The draws are the same
 * in every night.
 */
public final class QiniInterval {
    private static final int REPLICATES = 400;
    private static final int ROWS = 100;
    private static final double TAIL = 0.025;
    /** Above this a Poisson draw is taken as normal. */
    private static final double LARGE = 50;

    private QiniInterval() {}

    /** Ends of the interval. */
    public record Ends(double low, double high, double error) {}

    /** Of the order of these rows. */
    public static Ends of(Qini qini) {
        List<Ranked> rows = qini.coarse(ROWS);
        double[] found = new double[REPLICATES];
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            Draws draws = Draws.of(1, "qini", replicate);
            List<Ranked> drawn = new ArrayList<>();
            rows.forEach(row ->
                    drawn.add(new Ranked(row.score(), drawn(row.treated(), draws), drawn(row.control(), draws))));
            found[replicate] = Qini.of(drawn).coefficient();
        }
        double mean = Arrays.stream(found).average().orElse(0);
        double squares = Arrays.stream(found)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        Arrays.sort(found);
        int tail = (int) (TAIL * REPLICATES);
        return new Ends(found[tail], found[REPLICATES - 1 - tail], Math.sqrt(squares / (REPLICATES - 1)));
    }

    /**
     * Contacts of unequal weight tell less: as many are drawn as contacts of equal weight would say as much (Kish 1965), each worth
     * their part of the whole. Of contacts that weigh 1 these are the contacts themselves.
     */
    private static Counts drawn(Counts arm, Draws draws) {
        boolean isEmpty = !(arm.squared() > 0);
        double worth = isEmpty ? 0 : arm.squared() / arm.weight();
        double draw = isEmpty ? 0 : arm.weight() / arm.squared();
        long responses = poisson(arm.weighted() * draw, draws);
        long others = poisson((arm.weight() - arm.weighted()) * draw, draws);
        double weight = (responses + others) * worth;
        return new Counts(responses + others, responses, weight, weight * worth, responses * worth);
    }

    private static long poisson(double mean, Draws draws) {
        if (mean > LARGE) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * draws.normal()));
        }
        double limit = Math.exp(-mean);
        double product = draws.uniform();
        long count = 0;
        while (product > limit) {
            product *= draws.uniform();
            count++;
        }
        return count;
    }
}
