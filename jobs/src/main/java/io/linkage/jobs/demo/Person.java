package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Who a customer is on a day. Nobody has these addresses: e-mail lies in example domains, telephone numbers begin with
 * 06-0, which is given to nobody.
 *
 * @param organisation whether an organisation, else a person
 * @param first first name of a person; of an organisation what follows the name
 * @param last surname, or name of the organisation
 * @param birthDate date of birth; null for an organisation, and where it is not recorded
 */
record Person(
        boolean organisation,
        String first,
        String last,
        String email,
        String phone,
        Address address,
        LocalDate birthDate) {
    /** E-mail address that counter staff enter for customers who give none. */
    static final String NO_EMAIL = "noreply@example.com";
    /** What stands for a telephone number nobody asked for. */
    static final String NO_PHONE = "000";

    private static final double NO_EMAIL_SHARE = 0.02;
    private static final double NO_PHONE_SHARE = 0.02;

    private static final String[] FIRST_NAMES = {
        "Anna", "Bram", "Clara", "Daan", "Elif", "Femke", "Guus", "Hanna", "Ivo", "Jasmijn", "Karim", "Lotte", "Mees",
        "Nora", "Omar", "Pieter", "Quinten", "Roos", "Sanne", "Thijs", "Uma", "Vera", "Willem", "Yara", "Zoë"
    };
    private static final String[] LAST_NAMES = {
        "Bakker", "Brouwer", "Çelik", "de Boer", "de Vries", "Dijkstra", "Hendriks", "Jansen", "Koster", "Meijer",
        "Mulder", "Müller", "O'Brien", "Peters", "Prins", "Smit", "van den Berg", "van Dijk", "Visser", "Willems"
    };

    /** Where a customer lives. */
    record Address(String street, int house, String postalCode, String city, String country) {
        private static final String[] CITIES = {"Amsterdam", "Utrecht", "Rotterdam", "Eindhoven", "Groningen", "Zwolle"
        };
        private static final String[] STREETS = {"Dorpsstraat", "Kerklaan", "Molenweg", "Stationsplein", "Parkzicht"};
        private static final double DUTCH_SHARE = 0.85;

        static Address of(Draws draws) {
            return new Address(
                    draws.oneOf(STREETS),
                    1 + draws.below(300),
                    String.format("%04d %s%s", 1000 + draws.below(9000), letter(draws), letter(draws)),
                    draws.oneOf(CITIES),
                    draws.happens(DUTCH_SHARE) ? "NL" : draws.oneOf("BE", "DE", "GB", "GB", "US"));
        }

        private static String letter(Draws draws) {
            return String.valueOf((char) ('A' + draws.below(26)));
        }
    }

    /** The customer on a day: after a wedding under another surname, after a move at another address. */
    static Person of(World world, long customer, int day) {
        LifeEvents events = LifeEvents.of(world, customer);
        Person own = alone(world, customer, events.married(day), events.moved(day));
        Household household = Household.of(world, customer);
        return household == Household.NONE ? own : household.with(own, of(world, customer - 1, day));
    }

    private static Person alone(World world, long customer, boolean married, boolean moved) {
        Draws draws = world.draws("customer", customer);
        boolean organisation = Customers.isOrganisation(world, customer);
        int last = draws.below(LAST_NAMES.length);
        String first = organisation ? draws.oneOf("B.V.", "& Co.", "N.V.") : draws.oneOf(FIRST_NAMES);
        String email = "customer" + Customers.number(customer) + "@example." + draws.oneOf("com", "net", "org");
        Address address = Address.of(draws);
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(draws.below(24_000));
        boolean noEmail = draws.happens(NO_EMAIL_SHARE) && !organisation;
        String phone = draws.happens(NO_PHONE_SHARE) ? NO_PHONE : phone(draws);
        return new Person(
                organisation,
                first,
                LAST_NAMES[(last + (married ? 1 : 0)) % LAST_NAMES.length],
                noEmail ? NO_EMAIL : email,
                phone,
                moved ? Address.of(world.draws("customer-moved", customer)) : address,
                organisation ? null : born);
    }

    /** A telephone number that nobody has, as the marketing database writes it. */
    static String phone(Draws draws) {
        return String.format(Locale.ROOT, "+31 6 0%03d %04d", draws.below(1_000), draws.below(10_000));
    }

    /** Another surname. */
    static String otherThan(String last) {
        return last.equals(LAST_NAMES[0]) ? LAST_NAMES[1] : LAST_NAMES[0];
    }

    String name() {
        return organisation ? last + " " + first : first + " " + last;
    }

    String type() {
        return organisation ? "organisation" : "person";
    }

    Person withEmail(String other) {
        return new Person(organisation, first, last, other, phone, address, birthDate);
    }

    Person withPhone(String other) {
        return new Person(organisation, first, last, email, other, address, birthDate);
    }

    Person withBirthDate(LocalDate other) {
        return new Person(organisation, first, last, email, phone, address, other);
    }
}
