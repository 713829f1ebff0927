package io.linkage.column;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** 95 % intervals that hold for small samples too. */
public final class Intervals {
    private static final double Z = 1.959963984540054;
    private static final long SMALL_SAMPLE = 50;
    private static final double PSEUDO_ANSWERS = 3;
    private static final double PSEUDO_PROMOTERS = 0.75;

    private Intervals() {}

    /** Standard error of a net promoter score as a share, -1 to 1: sqrt((p + d - (p - d)^2) / n). */
    public static Column netError(Column promoters, Column detractors, Column answers) {
        Column net = promoters.minus(detractors).divide(answers);
        return sqrt(promoters
                .plus(detractors)
                .divide(answers)
                .minus(net.multiply(net))
                .divide(answers));
    }

    /**
     * One end of the interval of a net promoter score, as a share. Below 50 answers three pseudo answers are added: 3/4
     * promoter, 3/2 passive, 3/4 detractor (Rocks 2016).
     *
     * @param sign -1 for the lower end, 1 for the upper
     */
    public static Column net(Column promoters, Column detractors, Column answers, int sign) {
        Column small = answers.lt(SMALL_SAMPLE);
        Column n = answers.plus(when(small, PSEUDO_ANSWERS).otherwise(0));
        Column p = promoters.plus(when(small, PSEUDO_PROMOTERS).otherwise(0));
        Column d = detractors.plus(when(small, PSEUDO_PROMOTERS).otherwise(0));
        return p.minus(d).divide(n).plus(netError(p, d, n).multiply(sign * Z));
    }

    /** One end of Wilson's interval of a share (Wilson 1927); sign as above. */
    public static Column wilson(Column hits, Column answers, int sign) {
        Column p = hits.divide(answers);
        Column z2 = lit(Z * Z);
        Column centre = p.plus(z2.divide(answers.multiply(2)));
        Column spread = sqrt(p.multiply(lit(1).minus(p))
                        .divide(answers)
                        .plus(z2.divide(answers.multiply(answers).multiply(4))))
                .multiply(sign * Z);
        return centre.plus(spread).divide(z2.divide(answers).plus(1));
    }

    /** One end of the normal interval of a mean; sign as above. */
    public static Column mean(Column mean, Column error, int sign) {
        return mean.plus(error.multiply(sign * Z));
    }
}
