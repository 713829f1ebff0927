package io.linkage.model.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * From a point more engagement by experience to leaving, spend and euro, all links from the same units and months. Changes
 * within units count, free of what happens to all in a month. The second links are free of the chance of few answers: its
 * variance, and its covariance with leaving and spend, are known from the answers and taken off (Fuller 1987, Measurement Error
 * Models, section 2.2). Engagement is taken as measured: slopes are per point of the figure that readers see. Links are multiplied
 * without engagement beside experience: all that engagement does is taken to go through experience, as the service-profit chain has it.
 */
public final class EuroChain {
    private static final int ENGAGEMENT = 0;
    private static final int EXPERIENCE = 1;
    private static final int LEAVING = 2;
    private static final int SPEND = 3;
    private static final int WIDTH = 4;

    private final Sample sample;
    private final Optional<Verdict> refused;
    private final double share;
    private final Slopes all;
    private final List<Slopes> draws;
    private final double freedom;

    private EuroChain(
            Sample sample, Optional<Verdict> refused, double share, Slopes all, List<Slopes> draws, double freedom) {
        this.sample = sample;
        this.refused = refused;
        this.share = share;
        this.all = all;
        this.draws = draws;
        this.freedom = freedom;
    }

    /**
     * Of a panel whose cells hold all that belongs to the customers served in the month.
     *
     * @param measures engagement, experience, share who left, margin of those who stayed; squared error of experience, and its
     *     covariances with the errors of the two before
     */
    public static EuroChain of(Panel panel, List<String> measures, Caution caution) {
        Lagged[] terms =
                measures.stream().map(measure -> new Lagged(measure, 0)).toArray(Lagged[]::new);
        Sample known = panel.ofGroups(caution.leastPeople()).sample(terms).under(Effects.UNIT_AND_PERIOD);
        Sample sample = first(known, WIDTH);
        // Where all who stay spend alike nothing goes with spend, and leaving is told all the same.
        Design judged = Design.of(first(known, SPEND), Effects.UNIT_AND_PERIOD);
        FirstStep step = FirstStep.of(judged);
        Optional<Verdict> refused = Link.refused(panel.sample(terms), judged, Effects.UNIT_AND_PERIOD, caution)
                .or(step::refused);
        if (refused.isPresent()) {
            return new EuroChain(sample, refused, Double.NaN, null, List.of(), Double.NaN);
        }
        ClusterProducts products = ClusterProducts.of(Design.of(sample, Effects.UNIT_AND_PERIOD), WIDTH);
        double[][] errors = errors(known);
        List<Slopes> draws = IntStream.range(0, caution.draws())
                .mapToObj(draw -> slopes(products, errors, products.drawn(caution.seed(), draw)))
                .toList();
        double share = Arrays.stream(sample.columns()[LEAVING]).average().orElse(Double.NaN);
        return new EuroChain(sample, refused, share, slopes(products, errors, products.once()), draws, step.freedom());
    }

    private static Sample first(Sample known, int columns) {
        return new Sample(Arrays.copyOf(known.columns(), columns), known.unit(), known.period(), known.cluster());
    }

    /** By cluster, the sums of squared errors and covariances that means of units and months leave in products of changes. */
    private static double[][] errors(Sample known) {
        int[] months = new int[known.units()];
        for (int unit : known.unit()) {
            months[unit]++;
        }
        double[][] errors = new double[known.clusters()][known.columns().length - WIDTH];
        double left = 1 - 1.0 / known.units();
        for (int row = 0; row < known.rows(); row++) {
            double part = left * (1 - 1.0 / months[known.unit()[row]]);
            for (int error = 0; error < errors[0].length; error++) {
                errors[known.cluster()[row]][error] += part * known.columns()[WIDTH + error][row];
            }
        }
        return errors;
    }

    private static Slopes slopes(ClusterProducts products, double[][] errors, double[] times) {
        ClusterProducts.Swept changes = products.swept(times);
        double[] error = new double[errors[0].length];
        for (int cluster = 0; cluster < errors.length; cluster++) {
            for (int each = 0; each < error.length; each++) {
                error[each] += times[cluster] * errors[cluster][each];
            }
        }
        double engagement = changes.at(ENGAGEMENT, ENGAGEMENT);
        double experience = changes.at(EXPERIENCE, EXPERIENCE) - error[0];
        double told = experience > 0 ? experience : Double.NaN;
        return new Slopes(
                changes.at(ENGAGEMENT, EXPERIENCE) / engagement,
                (changes.at(EXPERIENCE, LEAVING) - error[1]) / told,
                (changes.at(EXPERIENCE, SPEND) - error[2]) / told,
                changes.at(ENGAGEMENT, LEAVING) / engagement,
                changes.at(ENGAGEMENT, SPEND) / engagement,
                experience / changes.at(EXPERIENCE, EXPERIENCE));
    }

    public int units() {
        return sample.units();
    }

    public int periods() {
        return sample.periods();
    }

    public int rows() {
        return sample.rows();
    }

    /** Share of customers who left, in the mean of units and months. */
    public double share() {
        return share;
    }

    /** Part of experience's changes within units that is more than the chance of few answers; 0 or less: nothing is. */
    public double reliability() {
        return refused.isPresent() ? Double.NaN : all.reliability();
    }

    /** Points of NPS per point of engagement. */
    public Outcome experience() {
        return outcome(Slopes::experience);
    }

    /** Share who leave per point of NPS. */
    public Outcome leavingOfExperience() {
        return outcome(Slopes::leaving);
    }

    /** Margin of those who stay per point of NPS. */
    public Outcome spendOfExperience() {
        return outcome(Slopes::spend);
    }

    /** Share who leave per point of engagement, through experience. */
    public Outcome leaving() {
        return outcome(Slopes::leavingThrough);
    }

    /** Margin of those who stay per point of engagement, through experience. */
    public Outcome spend() {
        return outcome(Slopes::spendThrough);
    }

    /** Euro per customer served and point of NPS. */
    public Outcome valueOfExperience(Worth worth) {
        return euro(worth, slopes -> worth.of(slopes.leaving(), slopes.spend(), share));
    }

    /** Euro per customer served and point of engagement, through experience. */
    public Outcome value(Worth worth) {
        return euro(worth, slopes -> worth.of(slopes.leavingThrough(), slopes.spendThrough(), share));
    }

    /** Euro per customer served and point of engagement, whichever way it takes. */
    public Outcome valueDirectly(Worth worth) {
        return euro(worth, slopes -> worth.of(slopes.leavingOfEngagement(), slopes.spendOfEngagement(), share));
    }

    private Outcome euro(Worth worth, ToDoubleFunction<Slopes> figure) {
        return worth.customers() > 0 || refused.isPresent()
                ? outcome(figure)
                : new Outcome(
                        new Verdict(
                                Verdict.Code.NO_OVERLAP, "No customer served in the last months has a lifetime value."),
                        Optional.empty());
    }

    private Outcome outcome(ToDoubleFunction<Slopes> figure) {
        return refused.map(verdict -> new Outcome(verdict, Optional.empty()))
                .orElseGet(() -> Outcome.of(
                        Estimate.of(
                                figure.applyAsDouble(all),
                                draws.stream().mapToDouble(figure).toArray(),
                                sample.units(),
                                sample.clusters(),
                                freedom),
                        sample.units()));
    }
}
