package io.linkage.model.random;

/**
 * Random draws that depend on their address alone (seed, subject, numbers), not on who drew before: the same rows on one
 * core or on a cluster, on any JDK. SplitMix64 (Steele, Lea & Flood 2014) with StrictMath.
 */
public final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** The draws at one address. */
    public static Draws of(long seed, String subject, long... numbers) {
        long state = mix(seed ^ (subject.hashCode() * GOLDEN));
        for (long number : numbers) {
            state = mix(state + GOLDEN * (number + 1));
        }
        return new Draws(state);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform, above 0 and below 1. */
    public double uniform() {
        state += GOLDEN;
        return ((mix(state) >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** A whole number from 0 to below {@code bound}. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** One of the values, each as likely. */
    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return values[below(values.length)];
    }

    /** True with a probability. */
    public boolean happens(double probability) {
        return uniform() < probability;
    }

    /** Exponential with a rate. */
    public double exponential(double rate) {
        return -StrictMath.log(uniform()) / rate;
    }

    /** Normal with mean 0 and deviation 1 (Box & Muller 1958). */
    public double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(uniform())) * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Gamma with a shape and rate 1 (Marsaglia & Tsang 2000). */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && StrictMath.log(uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /** Beta with its two shapes. */
    public double beta(double a, double b) {
        double left = gamma(a);
        double right = gamma(b);
        // Shapes so small that both round to 0 have all their weight at the two ends.
        return left + right > 0 ? left / (left + right) : happens(a / (a + b)) ? 1 : 0;
    }
}
