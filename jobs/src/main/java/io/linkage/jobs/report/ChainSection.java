package io.linkage.jobs.report;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.model.linkage.Verdict;
import io.linkage.table.mart.ServiceProfitChain;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes with a point more engagement: the chain with its links at each lag, and whether the data show them. */
final class ChainSection implements Section {
    private static final int DECIMALS = 2;
    private static final int SMALL_DECIMALS = 4;
    private static final String DIRECT = ServiceProfitChain.DIRECTLY;
    private static final Set<String> MONEY =
            Set.of(ServiceProfitChain.MARGIN, ServiceProfitChain.SPEND, ServiceProfitChain.VALUE);

    @Override
    public Table table() {
        return ServiceProfitChain.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        List<PlainRow> rows = release.tonight(table(), ServiceProfitChain.AS_OF_DATE).stream()
                .filter(row -> row.text(ServiceProfitChain.UNIT_SOURCE_ID).equals(ServiceProfitChain.ALL))
                .sorted(Comparator.comparing((PlainRow row) -> row.text(ServiceProfitChain.CAUSE_CODE))
                        .thenComparing(row -> row.text(ServiceProfitChain.OUTCOME_CODE))
                        .thenComparing(row -> row.text(ServiceProfitChain.THROUGH_CODE))
                        .thenComparingLong(row -> row.count(ServiceProfitChain.LAG_MONTHS)))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("chain", words.say("chain.title"));
        chapter.lead(words.say("chain.association"));
        told(chapter, rows, ServiceProfitChain.ENGAGEMENT, ServiceProfitChain.EXPERIENCE, words);
        worth(chapter, rows, words);
        return Optional.of(chapter.diagram(
                diagram(rows, words), words.say("chain.links"), linkTable(rows, words), words.say("chain.note")));
    }

    /** The link at the shortest lag that the data show, or that they show none and what it would take. */
    private static void told(Chapter chapter, List<PlainRow> rows, String cause, String outcome, Words words) {
        List<PlainRow> lags = link(rows, cause, outcome, ServiceProfitChain.DIRECTLY);
        List<PlainRow> seen = lags.stream().filter(ChainSection::seen).toList();
        if (!seen.isEmpty()) {
            PlainRow first = seen.get(0);
            chapter.lead(
                    Finding.Kind.WHY,
                    words.say(
                            "chain.seen." + cause + "." + outcome,
                            effect(first, words),
                            later(first, words),
                            interval(first, words),
                            words.count(first.count(ServiceProfitChain.UNIT_COUNT)),
                            words.count(seen.size()),
                            words.count(lags.size())));
        } else if (!lags.isEmpty()) {
            chapter.lead(
                    Finding.Kind.WHY,
                    words.say("chain.unseen", words.within("figure", cause), words.within("figure", outcome))
                            + needed(lags, words));
        }
    }

    /** What a point more engagement brings through experience, where these data show it; else that they do not. */
    private static void worth(Chapter chapter, List<PlainRow> rows, Words words) {
        List<PlainRow> lags =
                link(rows, ServiceProfitChain.ENGAGEMENT, ServiceProfitChain.VALUE, ServiceProfitChain.EXPERIENCE);
        Optional<PlainRow> seen = lags.stream().filter(ChainSection::seen).findFirst();
        seen.ifPresent(row -> chapter.lead(
                Finding.Kind.WHY,
                words.say(
                        "chain.worth",
                        effect(row, words),
                        interval(row, words),
                        total(row, words),
                        totalInterval(row, words),
                        words.count(row.count(ServiceProfitChain.CUSTOMER_WINDOW_COUNT)),
                        words.count(row.count(ServiceProfitChain.UNIT_COUNT)))));
        if (seen.isEmpty() && !lags.isEmpty()) {
            chapter.lead(
                    Finding.Kind.WHY, words.say("chain.unworth", verdict(lags.get(0), words)) + needed(lags, words));
        }
    }

    private static String needed(List<PlainRow> lags, Words words) {
        return lags.stream()
                .filter(row -> row.has(ServiceProfitChain.NEEDED_UNIT_COUNT))
                .mapToLong(row -> row.count(ServiceProfitChain.NEEDED_UNIT_COUNT))
                .min()
                .stream()
                .mapToObj(count -> " " + words.say("chain.needed", words.count(count)))
                .findFirst()
                .orElse("");
    }

    private static Diagram diagram(List<PlainRow> rows, Words words) {
        return new Diagram(
                words.say("chain.diagram"),
                List.of(
                        drawn(rows, ServiceProfitChain.ENGAGEMENT, ServiceProfitChain.EXPERIENCE, DIRECT, words),
                        drawn(rows, ServiceProfitChain.EXPERIENCE, ServiceProfitChain.VALUE, DIRECT, words)),
                List.of(
                        drawn(
                                rows,
                                ServiceProfitChain.ENGAGEMENT,
                                ServiceProfitChain.VALUE,
                                ServiceProfitChain.EXPERIENCE,
                                words),
                        drawn(rows, ServiceProfitChain.ENGAGEMENT, ServiceProfitChain.VALUE, DIRECT, words)));
    }

    private static Diagram.Link drawn(List<PlainRow> rows, String cause, String outcome, String through, Words words) {
        return new Diagram.Link(
                words.name("figure", cause),
                words.name("figure", outcome),
                words.name("through", through),
                link(rows, cause, outcome, through).stream()
                        .map(row -> new Diagram.Line(
                                lag(row, words),
                                row.has(ServiceProfitChain.EFFECT_ESTIMATE) ? effect(row, words) : "",
                                interval(row, words),
                                verdict(row, words),
                                seen(row)))
                        .toList());
    }

    private static List<PlainRow> link(List<PlainRow> rows, String cause, String outcome, String through) {
        return rows.stream()
                .filter(row -> row.text(ServiceProfitChain.CAUSE_CODE).equals(cause)
                        && row.text(ServiceProfitChain.OUTCOME_CODE).equals(outcome)
                        && row.text(ServiceProfitChain.THROUGH_CODE).equals(through))
                .toList();
    }

    private static Figure.Table linkTable(List<PlainRow> rows, Words words) {
        return new Figure.Table(
                4,
                List.of(
                        words.say("chain.cause"),
                        words.say("chain.outcome"),
                        words.say("chain.through"),
                        words.say("chain.verdict"),
                        words.say("chain.lag"),
                        words.say("chain.effect"),
                        words.say("interval.90"),
                        words.say("chain.total"),
                        words.say("interval.90"),
                        words.say("chain.chance"),
                        words.say("chain.units"),
                        words.say("chain.needed.units")),
                rows.stream().map(row -> linkLine(row, words)).toList());
    }

    private static List<String> linkLine(PlainRow row, Words words) {
        return List.of(
                words.name("figure", row.text(ServiceProfitChain.CAUSE_CODE)),
                words.name("figure", row.text(ServiceProfitChain.OUTCOME_CODE)),
                words.name("through", row.text(ServiceProfitChain.THROUGH_CODE)),
                verdict(row, words),
                lag(row, words),
                effect(row, words),
                interval(row, words),
                total(row, words),
                totalInterval(row, words),
                words.share(row.number(ServiceProfitChain.CHANCE_PROBABILITY)),
                words.count(row.count(ServiceProfitChain.UNIT_COUNT)),
                count(row, ServiceProfitChain.NEEDED_UNIT_COUNT, words));
    }

    private static boolean seen(PlainRow row) {
        return row.text(ServiceProfitChain.VERDICT_CODE).equals(Verdict.Code.SEEN.name());
    }

    private static String verdict(PlainRow row, Words words) {
        return words.name("verdict", row.text(ServiceProfitChain.VERDICT_CODE));
    }

    private static String lag(PlainRow row, Words words) {
        long months = row.count(ServiceProfitChain.LAG_MONTHS);
        return months == 0
                ? words.say("chain.same-month")
                : words.say(months == 1 ? "chain.month" : "chain.months", words.count(months));
    }

    private static String later(PlainRow row, Words words) {
        return row.count(ServiceProfitChain.LAG_MONTHS) == 0
                ? words.say("chain.within")
                : words.say("chain.later", lag(row, words));
    }

    private static String effect(PlainRow row, Words words) {
        return written(row, row.number(ServiceProfitChain.EFFECT_ESTIMATE), words);
    }

    private static String interval(PlainRow row, Words words) {
        return words.interval(
                row.number(ServiceProfitChain.LOW_ESTIMATE),
                row.number(ServiceProfitChain.HIGH_ESTIMATE),
                end -> written(row, end, words));
    }

    private static String total(PlainRow row, Words words) {
        return words.change(row.number(ServiceProfitChain.TOTAL_ESTIMATE));
    }

    private static String totalInterval(PlainRow row, Words words) {
        return words.interval(
                row.number(ServiceProfitChain.TOTAL_LOW_ESTIMATE),
                row.number(ServiceProfitChain.TOTAL_HIGH_ESTIMATE),
                words::change);
    }

    private static String written(PlainRow row, double value, Words words) {
        String outcome = row.text(ServiceProfitChain.OUTCOME_CODE);
        return MONEY.contains(outcome)
                ? words.change(value)
                : words.decimalChange(value, outcome.equals(ServiceProfitChain.LEAVING) ? SMALL_DECIMALS : DECIMALS);
    }

    private static String count(PlainRow row, Field field, Words words) {
        return row.has(field) ? words.count(row.count(field)) : Words.NONE;
    }
}
