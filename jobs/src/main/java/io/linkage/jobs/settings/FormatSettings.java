package io.linkage.jobs.settings;

import io.linkage.settings.Setting;
import io.linkage.staging.Formats;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.util.TimestampFormatter;

/** How a source writes numbers, dates and absence, as its configuration says it. */
public record FormatSettings(
        @Setting(
                meaning = "decimal separator",
                standard = ".",
                oneOf = {".", ","})
        String decimal,

        @Setting(
                meaning = "thousands separator; empty for none",
                oneOf = {"", ".", ",", " ", "'", "\u00a0", "\u202f"})
        Optional<String> grouping,

        @Setting(meaning = "patterns of dates, tried in order, never lenient", standard = "yyyy-MM-dd")
        List<String> dates,

        @Setting(
                meaning = "patterns of moments, tried in order, never lenient",
                standard = "yyyy-MM-dd HH:mm:ss | yyyy-MM-dd'T'HH:mm:ss | yyyy-MM-dd'T'HH:mm:ssXXX")
        List<String> moments,

        @Setting(meaning = "zone of moments that carry none; absent: the company's time-zone")
        Optional<ZoneId> timeZone,

        @Setting(meaning = "texts that mean no value, beside the empty one")
        List<String> nulls,

        @Setting(meaning = "texts that mean true, in lower case", standard = "true | yes | y | 1")
        List<String> trues,

        @Setting(meaning = "texts that mean false, in lower case", standard = "false | no | n | 0")
        List<String> falses) {

    /** Patterns in which moments of typed sources are landed: with an offset, or without for local times. */
    static final List<String> TYPED_MOMENTS = List.of("yyyy-MM-dd HH:mm:ss.SSSSSSXXX", "yyyy-MM-dd HH:mm:ss.SSSSSS");

    private static final List<String> TYPED_DATES = List.of("yyyy-MM-dd");

    public FormatSettings {
        if (grouping.isPresent() && grouping.get().equals(decimal)) {
            throw new IllegalArgumentException("decimal and grouping must differ");
        }
        trues.stream().filter(falses::contains).findFirst().ifPresent(both -> {
            throw new IllegalArgumentException("'" + both + "' cannot mean both true and false");
        });
        dates.forEach(FormatSettings::checkPattern);
        moments.forEach(FormatSettings::checkPattern);
    }

    /** The formats of a source; those of typed sources know Linkage's own way of writing typed values as well. */
    Formats formats(ZoneId companyZone, boolean typed) {
        return new Formats(
                decimal,
                grouping.orElse(""),
                typed ? joined(TYPED_DATES, dates) : dates,
                typed ? joined(TYPED_MOMENTS, moments) : moments,
                timeZone.orElse(companyZone),
                nulls,
                typed ? joined(List.of("true"), trues) : trues,
                typed ? joined(List.of("false"), falses) : falses);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        second.stream().filter(pattern -> !first.contains(pattern)).forEach(all::add);
        return List.copyOf(all);
    }

    private static void checkPattern(String pattern) {
        try {
            TimestampFormatter.apply(pattern, ZoneOffset.UTC, true).validatePatternString(true);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the pattern '" + pattern + "' is no Spark datetime pattern", e);
        }
    }
}
