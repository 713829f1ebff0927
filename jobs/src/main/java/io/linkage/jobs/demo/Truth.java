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
        truth.put("effects", effects());
        truth.put("campaigns", campaigns());
        truth.put("staff", staff(world));
        truth.put("customers", tally.lives());
        truth.put("rows", tally.rows());
        truth.put("faulty_rows", tally.dirty());
        return truth;
    }

    static Map<String, Object> plan(DemoPlan plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("customers", plan.customers());
        values.put("days", plan.days());
        values.put("seed", plan.seed());
        values.put("start", plan.start().toString());
        values.put("end", plan.end().toString());
        values.put("form", plan.form().name());
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

    private static Map<String, Object> effects() {
        Map<String, Object> values = new TreeMap<>();
        values.put("nps_points_per_engagement_point", Question.NPS_PER_ENGAGEMENT);
        values.put("ces_points_per_engagement_point", Question.CES_PER_ENGAGEMENT);
        values.put("csat_points_per_engagement_point", Question.CSAT_PER_ENGAGEMENT);
        values.put("solved_share_per_engagement_point", Contacts.SOLVED_PER_ENGAGEMENT);
        values.put("nps_points_if_not_solved", Question.NPS_UNSOLVED);
        values.put("nps_points_per_probability_of_leaving", Question.NPS_PER_LEAVING);
        values.put("note", "before rounding to the scale and cutting at its ends, which weaken what is measured");
        return values;
    }

    private static Map<String, Object> campaigns() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("response_share_of_control", CampaignContacts.RESPONSE_SHARE);
        values.put("treated_share", CampaignContacts.TREATED_SHARE);
        Map<String, Object> uplift = new TreeMap<>();
        for (String segment : List.of("private", "small-business", "enterprise")) {
            uplift.put(segment, CampaignContacts.uplift(segment));
        }
        values.put("uplift_of_response_by_segment", uplift);
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
