package io.linkage.model.linkage;

/**
 * What the customers whom a unit served in a month did in the months after, and what those of them said who answered. Customers
 * who answered are among those who leave, so chance in the answers and chance in the leaving go together; how far is
 * known from the pairs, and a slope between unit-months must not take it for the unit's doing.
 *
 * @param customers customers served, of whom all months after are known
 * @param left of them those who stayed away
 * @param margin margin in these months of those who stayed
 * @param answers answers of these customers
 * @param points promoters less detractors among these answers
 * @param leftAnswers answers of those who left
 * @param leftPoints promoters less detractors among them
 * @param marginAnswers sum over the answers of those who stayed of the customer's margin
 * @param marginPoints the same, promoters less detractors
 */
public record Followed(
        long customers,
        long left,
        double margin,
        long answers,
        long points,
        long leftAnswers,
        long leftPoints,
        double marginAnswers,
        double marginPoints) {

    /** Share who stayed away; unknown where nobody is followed. */
    public double leaving() {
        return customers == 0 ? Double.NaN : (double) left / customers;
    }

    /** Margin per customer who stayed; unknown where nobody did. */
    public double spend() {
        return customers == left ? Double.NaN : margin / (customers - left);
    }

    /** Covariance of the errors of NPS and share who left. */
    public double errorWithLeaving(Answers all) {
        return covariance(leftPoints, points, leftAnswers, answers)
                * Answers.POINTS
                * answers
                / all.count()
                / customers;
    }

    /** Covariance of the errors of NPS and margin per customer who stayed. */
    public double errorWithSpend(Answers all) {
        long stayed = answers - leftAnswers;
        return covariance(marginPoints, points - leftPoints, marginAnswers, stayed)
                * Answers.POINTS
                * stayed
                / all.count()
                / (customers - left);
    }

    /** Of a sample of pairs, from the sums of products and of both; none where there are fewer than two. */
    private static double covariance(double products, double one, double other, long pairs) {
        return pairs < 2 ? 0 : (products - one * other / pairs) / (pairs - 1);
    }
}
