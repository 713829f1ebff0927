package io.linkage.model.clv.interval;

/**
 * Draws of what a customer who still buys may bring, in rising order, with their moments.
 *
 * @param worth in units of the customer's own spend
 * @param mean of the draws
 * @param square mean of their squares
 */
record Prospect(double[] worth, double mean, double square) {
    static Prospect of(double[] worth) {
        double sum = 0;
        double squares = 0;
        for (double one : worth) {
            sum += one;
            squares += one * one;
        }
        return new Prospect(worth, sum / worth.length, squares / worth.length);
    }

    /** What a share of the draws does not pass. */
    double quantile(double level) {
        double place = Math.max(0, Math.min(worth.length - 1, level * worth.length - 0.5));
        int below = (int) place;
        int above = Math.min(worth.length - 1, below + 1);
        return worth[below] + (place - below) * (worth[above] - worth[below]);
    }
}
