package io.linkage.model.linkage;

/**
 * What is at stake with the customers whom employees serve: sums over them, which add up. Who is gone brings nothing, so value
 * is the chance of being there times what it is then worth, and likewise the chance of buying in a window. A change of the
 * chance of leaving thus takes the same share of both: dV = -V dL / (1 - L), with purchases (P(alive)) as with contracts (the
 * first factor of the geometric sum). Whom it takes: the log odds of all move alike, as in a logistic model, so dL is in
 * proportion to L (1 - L).
 *
 * @param customers customers served lately
 * @param clv their expected lifetime value, as score_clv has it, in reporting currency
 * @param known those of them whose chance of leaving is known
 * @param knownClv lifetime value of these
 * @param leaving sum of their chances of leaving
 * @param leavingClv sum of chance times lifetime value
 * @param squares sum of squared chances
 */
public record Worth(
        long customers, double clv, long known, double knownClv, double leaving, double leavingClv, double squares) {
    public static final Worth NONE = new Worth(0, 0, 0, 0, 0, 0, 0);

    public Worth plus(Worth other) {
        return new Worth(
                customers + other.customers,
                clv + other.clv,
                known + other.known,
                knownClv + other.knownClv,
                leaving + other.leaving,
                leavingClv + other.leavingClv,
                squares + other.squares);
    }

    /** Lifetime value of a customer. */
    public double mean() {
        return clv / customers;
    }

    /**
     * Value of those who are likelier to leave against that of all: (sum L V / sum V) (sum (1-L) / sum L (1-L)). 1 where all
     * are as likely, or nobody's chance is known.
     */
    double movable() {
        double spread = leaving - squares;
        return known == 0 || !(spread > 0) || !(knownClv > 0) ? 1 : leavingClv / knownClv * (known - leaving) / spread;
    }

    /** Change of lifetime value per customer where the share who leave, such as .4, rises by so much, such as .01. */
    public double ofLeaving(double change, double share) {
        return -mean() * movable() * change / (1 - share);
    }

    /** Change of what a customer brings where those who stay bring so much more in the months that were looked at, and no longer. */
    public static double ofSpend(double change, double share) {
        return change * (1 - share);
    }

    /** The two together: euro per customer served. */
    public double of(double leavingChange, double spendChange, double share) {
        return ofLeaving(leavingChange, share) + ofSpend(spendChange, share);
    }
}
