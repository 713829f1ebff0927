package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.util.List;

/**
 * One question with its answer.
 *
 * @param code question
 * @param instrument nps, ces or csat
 * @param level what the question is about
 * @param subject which unit, process or value
 * @param moment moment of truth, or null
 * @param unit unit that served, or null
 * @param least lowest answer
 * @param most highest answer
 * @param answer answer on the scale
 */
record Question(
        String code,
        String instrument,
        String level,
        String subject,
        String moment,
        String unit,
        int least,
        int most,
        int answer) {
    static final double NPS_MEAN = 7.9;
    private static final double NPS_DEVIATION = 1.7;

    /** The three questions after a contact. */
    static List<Question> afterContact(World world, Contacts.Contact contact, double loyalty, Draws draws) {
        int wave = world.staff().waveAt(contact.day());
        double engagement = world.staff().engagement(contact.unit().index(), wave) - Staff.ENGAGEMENT_MEAN;
        double unsolved = contact.solved() ? 0 : 1;
        String unit = contact.unit().number();
        Effects effects = world.plan().effects();
        double nps = NPS_MEAN
                + effects.engagementOnNps() * engagement
                + effects.unsolvedOnNps() * unsolved
                + effects.leavingOnNps() * loyalty
                + NPS_DEVIATION * draws.normal();
        double ces = 5.3
                + effects.engagementOnCes() * engagement
                + effects.unsolvedOnCes() * unsolved
                + 1.1 * draws.normal();
        double csat = 4.0
                + effects.engagementOnCsat() * engagement
                + effects.unsolvedOnCsat() * unsolved
                + 0.8 * draws.normal();
        return List.of(
                nps("service", unit, nps),
                scaled("effort", "ces", "process", "service", unit, 7, ces),
                scaled("employee", "csat", "employee-service", unit, unit, 5, csat));
    }

    /** The two questions about the company as a whole. */
    static List<Question> aboutCompany(World world, double loyalty, Draws draws) {
        double nps = NPS_MEAN - 0.3 + world.plan().effects().leavingOnNps() * loyalty + NPS_DEVIATION * draws.normal();
        double csat = 3.9 + 0.9 * draws.normal();
        return List.of(nps("relation", null, nps), scaled("brand", "csat", "brand-value", "reliable", null, 5, csat));
    }

    private static Question nps(String moment, String unit, double felt) {
        return new Question("recommend", "nps", "organisation", "all", moment, unit, 0, 10, onScale(felt, 0, 10));
    }

    private static Question scaled(
            String code, String instrument, String level, String subject, String unit, int most, double felt) {
        String moment = unit == null ? "relation" : "service";
        return new Question(code, instrument, level, subject, moment, unit, 1, most, onScale(felt, 1, most));
    }

    private static int onScale(double felt, int least, int most) {
        return (int) Math.max(least, Math.min(most, Math.rint(felt)));
    }
}
