package io.linkage.jobs.cli;

import io.linkage.contract.Field;
import io.linkage.jobs.Stop;
import io.linkage.table.mart.ServiceProfitChain;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * What goes with a change of a unit's engagement, by a release's chain: a straight line through what was seen.
 *
 * @param unit identifier of the unit in the source
 * @param points change of engagement, 0 to 100
 * @param months months in which customers were followed
 * @param base the unit's row of value
 * @param changes expected change by figure, in the order of the chain
 */
record WhatIf(String unit, double points, int months, Row base, Map<String, Change> changes) {
    private static final String CLAIM =
            "This is an association: units whose engagement was higher than they are used to had"
                    + " such customers. It does not say that raising engagement brings this about; only an experiment could.";

    /** An expected change with the ends of its 90 % interval, and what it is a change of. */
    record Change(double expected, double low, double high, String meaning) {
        private static Change of(Row row, Field value, Field low, Field high, double points, String meaning) {
            double one = points * row.<Double>getAs(low.name());
            double other = points * row.<Double>getAs(high.name());
            return new Change(
                    points * row.<Double>getAs(value.name()), Math.min(one, other), Math.max(one, other), meaning);
        }

        private static Change of(Row row, double points, String meaning) {
            return of(
                    row,
                    ServiceProfitChain.EFFECT_ESTIMATE,
                    ServiceProfitChain.LOW_ESTIMATE,
                    ServiceProfitChain.HIGH_ESTIMATE,
                    points,
                    meaning);
        }
    }

    /** From rows of the mart whose cause is engagement; refuses where the unit is not known or nothing is seen. */
    static WhatIf of(List<Row> chain, String unit, double points, int months) {
        List<Row> newest = newest(chain);
        Row base = row(newest, unit, ServiceProfitChain.VALUE, ServiceProfitChain.EXPERIENCE, months);
        if (base == null) {
            throw Stop.configuration("The release knows no unit " + unit + " whose customers were followed for "
                    + months + " months. Units are " + String.join(", ", units(newest))
                    + ", or all; months are 3 or 6.");
        }
        String verdict = base.getAs(ServiceProfitChain.VERDICT_CODE.name());
        if (!verdict.equals(ServiceProfitChain.SEEN)) {
            throw Stop.configuration("Nothing can be said of unit " + unit + " (" + verdict + "): "
                    + base.getAs(ServiceProfitChain.REASON.name())
                    + " All links stand in mart_service_profit_chain, with their intervals.");
        }
        return new WhatIf(unit, points, months, base, changes(newest, base, points, months));
    }

    private static Map<String, Change> changes(List<Row> newest, Row base, double points, int months) {
        Map<String, Change> changes = new LinkedHashMap<>();
        String all = ServiceProfitChain.ALL;
        put(
                changes,
                ServiceProfitChain.EXPERIENCE,
                row(newest, all, ServiceProfitChain.EXPERIENCE, ServiceProfitChain.DIRECTLY, 0),
                points,
                "NPS of those served in the month, -100 to 100");
        put(
                changes,
                ServiceProfitChain.LEAVING,
                row(newest, all, ServiceProfitChain.LEAVING, ServiceProfitChain.EXPERIENCE, months),
                points,
                "share of them who stay away for " + months + " months");
        put(
                changes,
                ServiceProfitChain.SPEND,
                row(newest, all, ServiceProfitChain.SPEND, ServiceProfitChain.EXPERIENCE, months),
                points,
                "margin in these months of one who stays, reporting currency");
        changes.put(
                ServiceProfitChain.VALUE,
                Change.of(base, points, "lifetime value of a customer served, reporting currency"));
        changes.put(
                "value of a year",
                Change.of(
                        base,
                        ServiceProfitChain.TOTAL_ESTIMATE,
                        ServiceProfitChain.TOTAL_LOW_ESTIMATE,
                        ServiceProfitChain.TOTAL_HIGH_ESTIMATE,
                        points,
                        "the same for all whom the unit serves in a year, once in " + months + " months"));
        return changes;
    }

    private static void put(Map<String, Change> changes, String figure, Row row, double points, String meaning) {
        if (row != null && row.getAs(ServiceProfitChain.LOW_ESTIMATE.name()) != null) {
            changes.put(figure, Change.of(row, points, meaning));
        }
    }

    private static List<Row> newest(List<Row> chain) {
        Date last = chain.stream()
                .map(row -> row.<Date>getAs(ServiceProfitChain.AS_OF_DATE.name()))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> Stop.configuration("The release holds no link from engagement: a company needs feeds"
                        + " interaction, survey_answer and engagement_answer, as 'linkage plan' says."));
        return chain.stream()
                .filter(row -> last.equals(row.getAs(ServiceProfitChain.AS_OF_DATE.name())))
                .toList();
    }

    private static Row row(List<Row> rows, String unit, String to, String through, int lag) {
        return rows.stream()
                .filter(row -> unit.equals(row.getAs(ServiceProfitChain.UNIT_SOURCE_ID.name()))
                        && to.equals(row.getAs(ServiceProfitChain.OUTCOME_CODE.name()))
                        && through.equals(row.getAs(ServiceProfitChain.THROUGH_CODE.name()))
                        && lag
                                == row.<Number>getAs(ServiceProfitChain.LAG_MONTHS.name())
                                        .intValue())
                .findFirst()
                .orElse(null);
    }

    private static List<String> units(List<Row> rows) {
        return rows.stream()
                .map(row -> row.<String>getAs(ServiceProfitChain.UNIT_SOURCE_ID.name()))
                .filter(unit -> !unit.equals(ServiceProfitChain.ALL))
                .distinct()
                .sorted()
                .toList();
    }

    /** As nested names and values. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                ServiceProfitChain.AS_OF_DATE.name(),
                base.getAs(ServiceProfitChain.AS_OF_DATE.name()).toString());
        tree.put(ServiceProfitChain.UNIT_SOURCE_ID.name(), unit);
        tree.put("engagement_points", points);
        tree.put(ServiceProfitChain.LAG_MONTHS.name(), months);
        changes.forEach((figure, change) -> tree.put(
                figure.replace(' ', '_'),
                Map.of("expected", change.expected(), "low", change.low(), "high", change.high())));
        tree.put("claim", "association");
        return tree;
    }

    /** For a terminal. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(String.format(
                Locale.ROOT,
                "Unit %s on %s: engagement %+.2f points (0 to 100)",
                unit,
                base.getAs(ServiceProfitChain.AS_OF_DATE.name()),
                points)));
        TextTable table = new TextTable(List.of("change of", "expected", "90 % from", "to", "meaning"));
        changes.forEach((figure, change) -> table.add(List.of(
                figure, number(change.expected()), number(change.low()), number(change.high()), change.meaning())));
        lines.add("");
        lines.addAll(table.lines());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "By changes within %d units over %d months; %d customers served a year, each once in " + months
                        + " months, of a mean lifetime value of %.2f.",
                base.<Long>getAs(ServiceProfitChain.UNIT_COUNT.name()),
                base.<Long>getAs(ServiceProfitChain.MONTH_COUNT.name()),
                base.<Long>getAs(ServiceProfitChain.CUSTOMER_WINDOW_COUNT.name()),
                base.<Double>getAs(ServiceProfitChain.MEAN_CLV_ESTIMATE.name())));
        lines.add(CLAIM);
        return lines;
    }

    /** Four figures that count, plain. */
    private static String number(double value) {
        int decimals = value == 0 ? 2 : Math.max(0, 3 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 8) + "f", value);
    }
}
