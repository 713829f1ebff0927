package io.linkage.jobs.demo;

import java.time.LocalDate;

/** What a customer shares with the customer whose number comes before: two people who look alike to a machine. */
enum Household {
    /** Nothing. */
    NONE(0),
    /** Telephone and address; surnames and birth dates differ. */
    PHONE(0.12),
    /** Telephone, address, e-mail and surname; birth dates differ. */
    FAMILY(0.05),
    /** As a family, but the second one's birth date is not recorded: nothing in the records tells the two apart. */
    UNDATED(0.004);

    /** Of customers who could share, those who do. */
    private final double share;

    Household(double share) {
        this.share = share;
    }

    /** Only persons share, each second one with the first. */
    static Household of(World world, long customer) {
        if (customer % 2 == 0) {
            return NONE;
        }
        double draw = world.draws("household", customer).uniform();
        for (Household kind : new Household[] {PHONE, FAMILY, UNDATED}) {
            draw -= kind.share;
            if (draw < 0) {
                boolean persons =
                        !Customers.isOrganisation(world, customer) && !Customers.isOrganisation(world, customer - 1);
                return persons ? kind : NONE;
            }
        }
        return NONE;
    }

    /** Whether the customer shares anything with anybody. */
    static boolean anyOf(World world, long customer) {
        boolean first = customer % 2 == 0 && customer + 1 < world.plan().customers();
        return of(world, first ? customer + 1 : customer) != NONE;
    }

    /** The second person, who lives with the first. */
    Person with(Person own, Person first) {
        boolean family = this != PHONE;
        String last = own.last().equals(first.last()) ? Person.otherThan(own.last()) : own.last();
        return new Person(
                false,
                own.first(),
                family ? first.last() : last,
                family ? first.email() : own.email(),
                first.phone(),
                first.address(),
                this == UNDATED ? null : differing(own.birthDate(), first.birthDate()));
    }

    private static LocalDate differing(LocalDate own, LocalDate other) {
        return own.equals(other) ? own.plusYears(1) : own;
    }
}
