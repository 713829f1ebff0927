package io.linkage.staging;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * How a source writes values as text.
 *
 * @param decimal decimal separator, {@code .} or {@code ,}; the other one (or a blank) may group thousands only if stated
 * @param grouping thousands separator, or empty for none
 * @param dates patterns of dates, tried in order (Spark datetime patterns), never lenient
 * @param moments patterns of moments, tried in order
 * @param zone zone of moments that carry none
 * @param nulls texts that mean "no value", beside the empty one
 * @param trues texts that mean true (lower case)
 * @param falses texts that mean false (lower case)
 */
public record Formats(
        String decimal,
        String grouping,
        List<String> dates,
        List<String> moments,
        ZoneId zone,
        List<String> nulls,
        List<String> trues,
        List<String> falses)
        implements Serializable {}
