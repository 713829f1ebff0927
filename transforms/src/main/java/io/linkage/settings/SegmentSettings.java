package io.linkage.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a customer stands in the life cycle, and the company's own segments. */
public record SegmentSettings(
        @Setting(
                meaning = "days after the first purchase, or after the one that ended a pause, in which a customer is"
                        + " new, or won back",
                standard = "90",
                least = 1,
                most = 3650)
        int newDays,

        @Setting(
                meaning = "days since the last purchase after which a customer without a contract is lapsing",
                standard = "180",
                least = 1,
                most = 3650)
        int lapsingDays,

        @Setting(
                meaning = "days since the last purchase after which a customer without a contract is lost; a pause that"
                        + " long, through which no contract ran, makes the next purchase one of a customer won back",
                standard = "365",
                least = 1,
                most = 3650)
        int lostDays,

        @Setting(
                meaning = "segments of the company's own, each 'code: condition' with Spark SQL over the columns of"
                        + " mart_customer_value; the first that holds counts, other where none does")
        List<String> rules) {

    private static final Pattern RULE = Pattern.compile("\\s*([a-z0-9][a-z0-9-]*)\\s*:\\s*(\\S.*)", Pattern.DOTALL);

    public SegmentSettings {
        rules = List.copyOf(rules);
        if (lapsingDays >= lostDays) {
            throw new IllegalArgumentException("lapsing-days must be below lost-days, but is " + lapsingDays + " and "
                    + lostDays + ": a customer is lapsing before being lost");
        }
        rules.forEach(SegmentSettings::parsed);
    }

    /**
     * A segment and who is in it.
     *
     * @param code of the segment
     * @param condition Spark SQL
     */
    public record Rule(String code, String condition) {}

    /** The rules in their order. */
    public List<Rule> ordered() {
        return rules.stream().map(SegmentSettings::parsed).toList();
    }

    private static Rule parsed(String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw new IllegalArgumentException("each of rules must read 'code: condition' with a code of small letters,"
                    + " digits and hyphens, but one is '" + text + "'");
        }
        return new Rule(rule.group(1), rule.group(2));
    }
}
