package io.linkage.model.uplift.spark;

import io.linkage.model.campaign.spark.ProfileText;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is known of a customer before a contact, as values by term. */
final class Known {
    static final String RECENCY = "recency";
    static final String FREQUENCY = "frequency";
    static final String SPEND = "spend";
    static final String NEVER_BOUGHT = "never-bought";
    static final String SEGMENT = "segment=";
    static final String CHANNEL = "channel=";
    static final String ATTRIBUTE = "attribute:";

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(ProfileText.SEPARATOR));

    private Known() {}

    /** Words count 1; levels are powers of two. */
    static Map<String, Double> of(
            String segment, String channel, int recency, int frequency, int spend, String profile) {
        Map<String, Double> values = new TreeMap<>();
        values.put(SEGMENT + segment, 1.0);
        values.put(CHANNEL + channel, 1.0);
        values.put(RECENCY, (double) recency);
        values.put(FREQUENCY, (double) frequency);
        values.put(SPEND, (double) spend);
        values.put(NEVER_BOUGHT, recency == 0 ? 1.0 : 0.0);
        if (!profile.isEmpty()) {
            SEPARATOR.splitAsStream(profile).forEach(word -> values.put(ATTRIBUTE + word, 1.0));
        }
        return values;
    }
}
