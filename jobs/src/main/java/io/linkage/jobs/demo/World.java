package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.io.Serializable;

/** What every row may look up: the plan, and the staff and products that follow from it. */
final class World implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DemoPlan plan;
    private final Season season;
    private transient Staff staff;
    private transient Products products;
    private transient long lastCustomer;
    private transient Life lastLife;

    World(DemoPlan plan) {
        this.plan = plan;
        this.season = Season.of(plan.effects().seasonOnPurchases(), plan.start());
    }

    DemoPlan plan() {
        return plan;
    }

    Season season() {
        return season;
    }

    /** Last day of the window, from its start. */
    int lastDay() {
        return plan.days() - 1;
    }

    /** Made once per task: it is bounded and follows from the plan. */
    synchronized Staff staff() {
        if (staff == null) {
            staff = new Staff(plan);
        }
        return staff;
    }

    synchronized Products products() {
        if (products == null) {
            products = new Products(plan);
        }
        return products;
    }

    /** The life of a customer; that of the last one is kept, because every table asks for it in turn. */
    synchronized Life life(long customer) {
        if (lastLife == null || lastCustomer != customer) {
            lastLife = Life.of(this, customer);
            lastCustomer = customer;
        }
        return lastLife;
    }

    Draws draws(String subject, long... numbers) {
        return Draws.of(plan.seed(), subject, numbers);
    }
}
