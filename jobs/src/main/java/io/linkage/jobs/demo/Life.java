package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.util.Arrays;

/**
 * What a customer truly is and did: the source of all rows about the customer.
 *
 * @param prospect whether the customer never bought
 * @param firstDay day of the first purchase, or of first contact for a prospect, from the start of the window
 * @param leaving probability of leaving after a purchase
 * @param orderMean mean worth of an order in euro, effects apart
 * @param days days of the purchases, from the start of the window, all different
 * @param cents worth of each purchase in cents
 */
record Life(boolean prospect, int firstDay, double leaving, double orderMean, int[] days, long[] cents) {

    /**
     * The life of one customer.
     *
     * <p>The process runs in continuous time for exactly as many days as lie between the day of the first purchase and
     * the end of the window, as an estimate from dates assumes. Two purchases never fall on one day: the later one moves
     * to the next free day, so that no purchase is lost by counting days and the planted rates stay true. What a contact
     * did counts against its mean, so that all customers together leave and spend as planted.
     */
    static Life of(World world, long customer) {
        DemoPlan plan = world.plan();
        Traits traits = Traits.of(plan, customer);
        Draws draws = world.draws("purchases", customer);
        int[] days = traits.prospect() ? new int[0] : days(world, customer, traits, draws);
        long[] cents = cents(world, customer, traits, days, draws);
        return new Life(traits.prospect(), traits.firstDay(), traits.leaving(), traits.orderMean(plan), days, cents);
    }

    private static int[] days(World world, long customer, Traits traits, Draws draws) {
        int last = world.plan().days() - 1;
        int first = traits.firstDay();
        int[] days = new int[8];
        int count = 1;
        days[0] = first;
        double moment = first + draws.uniform();
        double end = moment + last - first;
        while (!draws.happens(traits.leaving() * onLeaving(world, customer, count - 1, days[count - 1]))) {
            moment = world.season().after(moment, draws.exponential(traits.daily()));
            int day = Math.max(days[count - 1] + 1, (int) Math.min(last + 1.0, moment));
            if (moment > end || day > last) {
                break;
            }
            days = count == days.length ? Arrays.copyOf(days, 2 * count) : days;
            days[count++] = day;
        }
        return Arrays.copyOf(days, count);
    }

    private static double onLeaving(World world, long customer, int order, int day) {
        double effect = world.plan().effects().unsolvedOnLeaving();
        if (effect == 0) {
            return 1;
        }
        Contacts.Contact contact = Contacts.after(world, customer, order, day);
        return 1 + effect * Contacts.unsolvedAboveMean(contact);
    }

    private static long[] cents(World world, long customer, Traits traits, int[] days, Draws draws) {
        LifeEvents events = LifeEvents.of(world, customer, Customers.isOrganisation(world, customer, traits));
        long[] cents = new long[days.length];
        for (int order = 0; order < cents.length; order++) {
            double euro = draws.gamma(world.plan().spend().p()) / traits.nu();
            double factor =
                    onSpend(world, customer, order, days) * onSpend(world.plan().effects(), events, days[order]);
            cents[order] = Math.max(1, Math.round(100 * euro * factor));
        }
        return cents;
    }

    /** Of the order before, a contact that came in time. */
    private static double onSpend(World world, long customer, int order, int[] days) {
        double effect = world.plan().effects().unsolvedOnSpend();
        if (effect == 0 || order == 0) {
            return 1;
        }
        Contacts.Contact contact = Contacts.after(world, customer, order - 1, days[order - 1]);
        boolean inTime = contact != null && contact.day() <= days[order];
        return 1 + effect * Contacts.unsolvedAboveMean(inTime ? contact : null);
    }

    private static double onSpend(Effects effects, LifeEvents events, int day) {
        return 1
                + (events.movedLately(day) ? effects.movingOnSpend() : 0)
                + (events.bornLately(day) ? effects.birthOnSpend() : 0);
    }

    int orders() {
        return days.length;
    }
}
