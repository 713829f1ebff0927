package io.linkage.model.clv;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The purchase models, in the order in which equals are preferred: those come first that also judge one-time buyers. */
public enum PurchaseFamily {
    MBG_NBD(MbgNbd.NAME, List.of("r", "alpha", "a", "b"), p -> new MbgNbd(p[0], p[1], p[2], p[3])),
    PARETO_NBD(ParetoNbd.NAME, List.of("r", "alpha", "s", "beta"), p -> new ParetoNbd(p[0], p[1], p[2], p[3])),
    BG_NBD(BgNbd.NAME, List.of("r", "alpha", "a", "b"), p -> new BgNbd(p[0], p[1], p[2], p[3])),
    NBD(Nbd.NAME, List.of("r", "alpha"), p -> new Nbd(p[0], p[1]));

    private final String title;
    private final List<String> names;
    private final Function<double[], PurchaseModel> of;

    PurchaseFamily(String title, List<String> names, Function<double[], PurchaseModel> of) {
        this.title = title;
        this.names = names;
        this.of = of;
    }

    /** The family of a name as written in settings and in the warehouse. */
    public static PurchaseFamily of(String title) {
        return Arrays.stream(values())
                .filter(family -> family.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no purchase model " + title + ", only "
                        + Stream.of(values()).map(PurchaseFamily::title).collect(Collectors.joining(", ")) + "."));
    }

    /** The name, such as bg-nbd. */
    public String title() {
        return title;
    }

    /** Names of the parameters, in the order of the paper. */
    public List<String> names() {
        return names;
    }

    /** Whether a customer can drop out. */
    public boolean hasDropout() {
        return this != NBD;
    }

    /** The model with parameters by name. */
    public PurchaseModel model(Map<String, Double> parameters) {
        return model(names.stream().mapToDouble(parameters::get).toArray());
    }

    /** The model with parameters in their order. */
    PurchaseModel model(double[] parameters) {
        return of.apply(parameters);
    }

    /** Derivative by the shift of dropout, from the gradient by the logarithms of the parameters. */
    double dropoutSlope(double[] gradient) {
        return switch (this) {
            case NBD -> 0;
            case PARETO_NBD -> -gradient[3];
            case BG_NBD, MBG_NBD -> gradient[2];
        };
    }

    /** Typical sizes: the age of a customer in weeks for a scale in weeks, 1 for a shape. */
    double[] scales(double typicalAge) {
        return names.stream()
                .mapToDouble(name -> name.equals("alpha") || name.equals("beta") ? typicalAge : 1)
                .toArray();
    }

    /** Where searches begin, relative to the scales. */
    List<double[]> starts() {
        return switch (this) {
            case NBD -> List.of(new double[] {0.5, 0.5}, new double[] {2, 1});
            case PARETO_NBD ->
                List.of(
                        new double[] {0.5, 0.3, 0.6, 0.3},
                        new double[] {1, 1, 1, 1},
                        new double[] {1, 0.5, 2, 10},
                        new double[] {3, 1, 0.3, 0.1});
            case BG_NBD, MBG_NBD ->
                List.of(
                        new double[] {0.3, 0.2, 0.8, 2.5},
                        new double[] {1, 1, 1, 1},
                        new double[] {1, 0.5, 0.1, 2},
                        new double[] {3, 1, 2, 20});
        };
    }
}
