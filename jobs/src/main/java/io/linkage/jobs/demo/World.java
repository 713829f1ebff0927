package io.linkage.jobs.demo;

import java.io.Serializable;

/** What every row may look up: the plan, and the staff and products that follow from it. */
final class World implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DemoPlan plan;
    private transient Staff staff;
    private transient Products products;

    World(DemoPlan plan) {
        this.plan = plan;
    }

    DemoPlan plan() {
        return plan;
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

    Draws draws(String subject, long... numbers) {
        return Draws.of(plan.seed(), subject, numbers);
    }
}
