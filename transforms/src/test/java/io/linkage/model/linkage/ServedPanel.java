package io.linkage.model.linkage;

import io.linkage.model.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * Units by months made of customers one by one: half of them are loyal, answer better and leave less, whatever the unit does.
 * Engagement moves at half-yearly waves; of the customers served a part answers.
 *
 * @param onExperience points of NPS per point of engagement
 * @param onLeaving share who leave per point of NPS
 * @param onSpend margin of those who stay per point of NPS
 * @param morale points of engagement per point of NPS of the month before
 */
record ServedPanel(double onExperience, double onLeaving, double onSpend, double morale) {
    static final List<String> CHAIN =
            List.of("engagement", "experience", "leaving", "spend", "error", "error with leaving", "error with spend");
    static final int UNITS = 40;
    static final double LEAVING = 0.4;

    private static final int MONTHS = 24;
    private static final int WAVE_MONTHS = 6;
    private static final int SERVED = 250;
    private static final double ANSWERING = 0.3;
    private static final double LOYAL = 0.3;

    Panel of(int seed) {
        List<Cell> cells = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            double level = Draws.of(seed, "level", unit).normal();
            double before = 0;
            for (int month = 0; month < MONTHS; month++) {
                double drift = morale == 0
                        ? 5 * Draws.of(seed, "drift", unit, month / WAVE_MONTHS).normal()
                        : morale * before
                                + 2 * Draws.of(seed, "drift", unit, month).normal();
                Draws draws = Draws.of(seed, "month", unit, month);
                double season = 3 * Draws.of(seed, "season", month).normal();
                double experience = onExperience * drift + (morale == 0 ? 2 : 6) * draws.normal();
                cells.add(cell(unit, month, 60 + 6 * level + drift, 3 * level + season, experience, draws));
                before = experience;
            }
        }
        return Panel.of(CHAIN, cells);
    }

    private Cell cell(int unit, int month, double engagement, double level, double experience, Draws draws) {
        long[] answers = new long[3];
        double[] sums = new double[8];
        for (int customer = 0; customer < SERVED; customer++) {
            int loyal = draws.happens(0.5) ? 1 : -1;
            boolean left = draws.happens(LEAVING + onLeaving * experience - LOYAL * loyal);
            double spent = 60 + onSpend * experience + 15 * loyal + 30 * draws.normal();
            boolean answered = draws.happens(ANSWERING);
            double nps = (10 + level + experience) / 100 + LOYAL * loyal;
            // Three answers in ten are 7 or 8; of the others as many more are 9 or 10 as the NPS says.
            double drawn = draws.uniform();
            int points = !answered || drawn > 0.7 ? 0 : drawn < (0.7 + nps) / 2 ? 1 : -1;
            if (answered) {
                answers[1 - points]++;
            }
            add(sums, left, spent, answered ? 1 : 0, points);
        }
        Answers all = new Answers(answers[0], answers[1], answers[2]);
        Followed after = new Followed(
                SERVED,
                (long) sums[0],
                sums[1],
                (long) sums[2],
                (long) sums[3],
                (long) sums[4],
                (long) sums[5],
                sums[6],
                sums[7]);
        String name = "U" + unit;
        return new Cell(
                name,
                name,
                month,
                SERVED,
                engagement,
                all.nps(),
                after.leaving(),
                after.spend(),
                all.variance(),
                after.errorWithLeaving(all),
                after.errorWithSpend(all));
    }

    private static void add(double[] sums, boolean left, double spent, int answers, int points) {
        double[] each = {
            left ? 1 : 0,
            left ? 0 : spent,
            answers,
            points,
            left ? answers : 0,
            left ? points : 0,
            left ? 0 : spent * answers,
            left ? 0 : spent * points
        };
        for (int sum = 0; sum < sums.length; sum++) {
            sums[sum] += each[sum];
        }
    }
}
