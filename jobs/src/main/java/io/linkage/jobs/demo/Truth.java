package io.linkage.jobs.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code truth.json}: what was planted and what was made, written last: it says that the company is complete. */
final class Truth {
    static final String FILE = "truth.json";
    /** Folder of what grows with the customers. */
    static final String FOLDER = "truth";

    /** Raised when the same plan gives other rows than before: a company of an older generator is made anew. */
    private static final int GENERATOR = 7;

    private Truth() {}

    static void write(World world, Tally tally, Path folder) {
        try {
            String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(of(world, tally));
            Files.writeString(folder.resolve(FILE), text + "\n");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Whether the folder holds the complete company of a plan. */
    static boolean isOf(DemoPlan plan, Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            ObjectMapper json = new ObjectMapper();
            return json.readTree(file.toFile()).path("plan").equals(json.readTree(json.writeValueAsString(plan(plan))));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Map<String, Object> of(World world, Tally tally) {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("about", "Generated data, made by linkage generate.");
        truth.put("plan", plan(world.plan()));
        truth.put("purchases", purchases(world.plan().purchases()));
        truth.put("spend", spend(world.plan().spend()));
        truth.put("segments", segments(tally));
        truth.put("effects", effects(world.plan().effects()));
        truth.put("campaigns", campaigns(world.plan().effects()));
        truth.put("leak", leak());
        truth.put("shares", shares());
        truth.put("staff", staff(world));
        truth.put("employees_who_disagree", disagreeing(world));
        truth.put("customers", tally.lives());
        truth.put("feedback_reached", tally.feedback());
        truth.put("rows", tally.rows());
        truth.put("faulty_rows", tally.dirty());
        truth.put("files", files());
        return truth;
    }

    static Map<String, Object> plan(DemoPlan plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("generator", GENERATOR);
        values.put("customers", plan.customers());
        values.put("days", plan.days());
        values.put("seed", plan.seed());
        values.put("start", plan.start().toString());
        values.put("end", plan.end().toString());
        values.put("form", plan.form().name());
        values.put("effects", plan.effects().values());
        return values;
    }

    private static Map<String, Object> purchases(PurchaseProcess process) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("process", "mbg-nbd");
        values.put("unit", "weeks");
        values.put("group", "all customers who ever bought");
        values.put("r", process.r());
        values.put("alpha", process.alpha());
        values.put("a", process.a());
        values.put("b", process.b());
        return values;
    }

    private static Map<String, Object> spend(SpendProcess process) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("process", "gamma-gamma");
        values.put("unit", "EUR per order");
        values.put("group", "all customers who ever bought");
        values.put("p", process.p());
        values.put("q", process.q());
        values.put("gamma", process.gamma());
        return values;
    }

    private static Map<String, Object> segments(Tally tally) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rule", "follows from the mean worth of the customer's orders, with noise; one process for all");
        tally.lives().forEach((name, count) -> {
            if (name.startsWith(Tally.SEGMENT)) {
                values.put(name.substring(Tally.SEGMENT.length()), count);
            }
        });
        return values;
    }

    private static Map<String, Object> effects(Effects effects) {
        Map<String, Object> values = new TreeMap<>();
        Map<String, String> meanings = Effects.meanings();
        effects.values().forEach((name, value) -> {
            Map<String, Object> effect = new LinkedHashMap<>();
            effect.put("value", value);
            effect.put("meaning", meanings.get(name));
            values.put(name, effect);
        });
        values.put("note", "before rounding to the scale and cutting at its ends, which weaken what is measured");
        return values;
    }

    private static Map<String, Object> campaigns(Effects effects) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("response_share_of_control", CampaignContacts.RESPONSE_SHARE);
        values.put("treated_share", CampaignContacts.TREATED_SHARE);
        Map<String, Object> uplift = new TreeMap<>();
        for (String segment : List.of(Customers.PRIVATE, Customers.SMALL_BUSINESS, Customers.ENTERPRISE)) {
            uplift.put(segment, effects.uplift(segment));
        }
        values.put("uplift_of_response_by_segment", uplift);
        return values;
    }

    /** What was written after the event and dated before it. */
    private static Map<String, Object> leak() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("attribute", RetentionCalls.ATTRIBUTE);
        values.put(
                "rule", "yes where the customer buys nothing in the coming days, else no; observed on the day itself");
        values.put("days", RetentionCalls.SILENT_DAYS);
        return values;
    }

    /** How much of everything else was planted. */
    private static Map<String, Object> shares() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("customers_with_a_second_marketing_record", Customers.DOUBLE_SHARE);
        values.put("customers_with_a_web_shop_record", ShopAccount.SHARE);
        values.put("customers_whose_record_is_older_than_their_first_order", Customers.PROSPECT_FIRST_SHARE);
        values.put("prospects", Traits.PROSPECT_SHARE);
        values.put("web_shop_accounts_of_nobody_else_without_an_order", ShopCustomers.PROSPECT_SHARE);
        Map<String, Object> known = new LinkedHashMap<>();
        for (ShopAccount.How how : ShopAccount.How.values()) {
            known.put(how.words(), how.share());
        }
        values.put("web_shop_records_known_by", known);
        values.put("lines_brought_back", Bookings.RETURN_SHARE);
        values.put("lines_corrected", Bookings.CORRECTED_SHARE);
        values.put("consent_denied", Consents.DENIED_SHARE);
        values.put("consent_revoked", Consents.REVOKED_SHARE);
        values.put("moves_a_year", LifeEvents.MOVING_A_YEAR);
        values.put("weddings_a_year", LifeEvents.WEDDING_A_YEAR);
        values.put("births_a_year", LifeEvents.BIRTH_A_YEAR);
        return values;
    }

    /** Share of each unit's employees at the last wave; those who moved between units answer as in their first. */
    private static Map<String, Object> disagreeing(World world) {
        int last = world.staff().waves() - 1;
        Map<String, Object> values = new TreeMap<>();
        for (Construct construct : Engagement.CONSTRUCTS) {
            values.put(construct.code(), construct.disagreeing(world.staff(), last));
        }
        return values;
    }

    /** What grows with the customers lies beside this file, in Parquet. */
    private static Map<String, String> files() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(FOLDER + "/identity", "which records are the same person; a record not in it is nobody else's");
        values.put(FOLDER + "/faulty_rows", "every odd row: its key, its kind, what staging must make of it and why");
        values.put(FOLDER + "/wallet", "what each buyer spends in the category in a year, by brand");
        values.put(FOLDER + "/customer", "what each customer is like and did");
        return values;
    }

    private static Map<String, Object> staff(World world) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("employees", world.staff().employees());
        values.put("units", world.staff().units().size());
        values.put(
                "units_below_ten",
                world.staff().units().stream().filter(unit -> unit.size() < 10).count());
        values.put("waves", world.staff().waves());
        values.put("engagement_mean", Staff.ENGAGEMENT_MEAN);
        values.put("engagement_deviation_between_units", Staff.ENGAGEMENT_DEVIATION);
        Map<String, Object> units = new LinkedHashMap<>();
        for (Staff.Unit unit : world.staff().units()) {
            units.put(unit.number(), Math.round(1000 * world.staff().engagement(unit.index(), 0)) / 1000.0);
        }
        values.put("engagement_of_units_at_first_wave", units);
        return values;
    }
}
