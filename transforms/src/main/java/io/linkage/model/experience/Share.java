package io.linkage.model.experience;

/**
 * A share of answers, such as the two best of five (CSAT).
 *
 * @param hits answers that count
 * @param answers all answers
 */
public record Share(double hits, double answers) {

    /**
     * The share, 0 to 1, with Wilson's interval (Wilson 1927, JASA 22), which holds for few answers and at the ends. The
     * standard error of answers that are all alike is not known.
     */
    public Figure figure() {
        double p = hits / answers;
        double z2 = Figure.Z * Figure.Z;
        double inside = p * (1 - p);
        double spread = Figure.Z * Math.sqrt(inside / answers + z2 / (4 * answers * answers));
        double centre = p + z2 / (2 * answers);
        double scale = 1 + z2 / answers;
        double error = inside > 0 ? Math.sqrt(inside / answers) : Double.NaN;
        return new Figure(p, error, (centre - spread) / scale, (centre + spread) / scale).within(0, 1);
    }

    /** Variance of the share, above 0 also where all answers are alike: of the middle of Wilson's interval. */
    public double soundVariance() {
        double z2 = Figure.Z * Figure.Z;
        double middle = (hits + z2 / 2) / (answers + z2);
        return middle * (1 - middle) / answers;
    }

    /** This share less that of others, with the interval by Newcombe (1998, Statistics in Medicine 17, method 10). */
    public Figure less(Share others) {
        Figure here = figure();
        Figure there = others.figure();
        double difference = here.estimate() - there.estimate();
        double down = Math.hypot(here.estimate() - here.low(), there.high() - there.estimate());
        double up = Math.hypot(here.high() - here.estimate(), there.estimate() - there.low());
        return new Figure(difference, Math.hypot(here.error(), there.error()), difference - down, difference + up);
    }
}
