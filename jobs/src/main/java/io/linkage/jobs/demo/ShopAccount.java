package io.linkage.jobs.demo;

import io.linkage.model.random.Draws;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A customer record of the web shop as it was written down: the same person in other words.
 *
 * @param number number of the record in the shop
 * @param how what betrays that it is the same customer
 * @param opened day it was opened, from the start of the window
 */
record ShopAccount(String number, How how, int opened) {
    /** Of all customers, those with a record in the shop too. */
    static final double SHARE = 0.15;
    /** Of those, the ones with a second record there. */
    static final double DOUBLE_SHARE = 0.01;

    private static final long DIGITS = 10_000_000;
    /** Prime to ten: numbers in the shop's order all differ, and tell nothing of the marketing database's. */
    private static final long STRIDE = 7_368_787;

    private static final double NO_BIRTH_DATE_SHARE = 0.15;

    /** What betrays, and of how many; the rest of the record may differ. */
    enum How {
        /** The shop noted the marketing database's number. */
        CROSS_REFERENCE("cross-reference", 0.400),
        /** The same e-mail address and surname. */
        EMAIL("e-mail and surname", 0.350),
        /** Another e-mail address; the same telephone, postal code and house number. */
        PHONE("telephone and address", 0.235),
        /** The same e-mail address and surname, but two birth dates: by the rules two persons. */
        TWO_BIRTH_DATES("two birth dates", 0.005),
        /** Another e-mail address and telephone. */
        NOTHING("nothing", 0.010);

        private final String words;
        private final double share;

        How(String words, double share) {
            this.words = words;
            this.share = share;
        }

        String words() {
            return words;
        }

        double share() {
            return share;
        }

        /** What was drawn, unless the customer's own record holds no address or number to know it by. */
        static How of(Draws draws, Person person) {
            double draw = draws.uniform();
            for (How how : values()) {
                draw -= how.share;
                if (draw < 0) {
                    return how.holds(person) ? how : CROSS_REFERENCE;
                }
            }
            return NOTHING;
        }

        private boolean holds(Person person) {
            return switch (this) {
                case EMAIL -> !person.email().equals(Person.NO_EMAIL);
                case PHONE -> !person.phone().equals(Person.NO_PHONE);
                case TWO_BIRTH_DATES -> !person.email().equals(Person.NO_EMAIL) && person.birthDate() != null;
                default -> true;
            };
        }
    }

    /** The account of a customer, or null. */
    static ShopAccount of(World world, long customer) {
        Draws draws = world.draws("shop", customer);
        if (!draws.happens(SHARE) || Household.of(world, customer) == Household.UNDATED) {
            return null;
        }
        Person person = Person.of(world, customer, world.lastDay());
        int first = Traits.of(world.plan(), customer).firstDay();
        return new ShopAccount(
                number(world, customer, 0),
                How.of(draws, person),
                first + draws.below(world.plan().days() - first));
    }

    /** Whether the customer opened a second one, with the same e-mail address. */
    boolean isTwice(World world, long customer) {
        return how == How.EMAIL && world.draws("shop-twice", customer).happens(DOUBLE_SHARE / How.EMAIL.share);
    }

    /** The number of a customer's record in the shop. */
    static String number(World world, long customer, int record) {
        long digits = DIGITS;
        while (digits < 100 * world.plan().customers()) {
            digits *= 10;
        }
        long place = 100 * customer + record;
        return "W" + String.format(Locale.ROOT, "%07d", place * STRIDE % digits);
    }

    /** The name by which a silo knows the customer on a day: at times that of the shop's record. */
    static String named(World world, long customer, int day, double share, Draws draws) {
        boolean shop = draws.happens(share);
        ShopAccount account = shop ? of(world, customer) : null;
        return account != null && account.opened <= day ? account.number : Long.toString(Customers.number(customer));
    }

    /** The person as the shop knows them. */
    Person person(World world, long customer) {
        Person now = Person.of(world, customer, world.lastDay());
        Person then = Person.of(world, customer, opened);
        Draws draws = world.draws("shop-person", customer);
        String other = "shop" + Customers.number(customer) + "@example.net";
        String phone = Person.phone(draws);
        boolean dated = Household.anyOf(world, customer) || !draws.happens(NO_BIRTH_DATE_SHARE);
        LocalDate born = dated ? now.birthDate() : null;
        return switch (how) {
            case CROSS_REFERENCE -> then.withEmail(other).withBirthDate(born);
            case EMAIL -> now.withPhone(draws.happens(0.5) ? phone : null).withBirthDate(born);
            case PHONE -> now.withEmail(other).withBirthDate(born);
            case TWO_BIRTH_DATES -> now.withBirthDate(now.birthDate().plusDays(1 + draws.below(3_000)));
            case NOTHING -> then.withEmail(other).withPhone(phone).withBirthDate(born);
        };
    }

    /** A name in one of the ways that people type their own. */
    static String written(Person person, Draws draws) {
        String name = person.name();
        return switch (draws.below(5)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.toLowerCase(Locale.ROOT);
            case 2 ->
                person.organisation()
                        ? name
                        : person.last() + ", " + person.first().charAt(0) + ".";
            case 3 -> Normalizer.normalize(name, Normalizer.Form.NFD);
            default -> name;
        };
    }

    /** The same address in one of the ways that people type their own. */
    static String email(String email, Draws draws) {
        return switch (draws.below(3)) {
            case 0 -> email.toUpperCase(Locale.ROOT);
            case 1 -> " " + email + " ";
            default -> email;
        };
    }

    /** The same number without its country, with another prefix or other blanks. */
    static String phone(String phone, Draws draws) {
        if (phone == null || phone.equals(Person.NO_PHONE)) {
            return phone;
        }
        String digits = phone.replace("+31", "").replace(" ", "");
        return switch (draws.below(4)) {
            case 0 -> "0" + digits;
            case 1 -> "0031" + digits;
            case 2 -> "0" + digits.charAt(0) + "-" + digits.substring(1);
            default -> phone;
        };
    }
}
