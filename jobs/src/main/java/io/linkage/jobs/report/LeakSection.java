package io.linkage.jobs.report;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.EnergyLeak;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where feedback stops on its way to an improvement and back, and what that costs: that given in the last year. */
final class LeakSection implements Section {
    /** Months before that of the business date. */
    private static final int MONTHS = 11;

    @Override
    public Table table() {
        return EnergyLeak.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        LocalDate from = release.asOf().withDayOfMonth(1).minusMonths(MONTHS);
        LeakTotals year = new LeakTotals(release.tonight(table(), EnergyLeak.AS_OF_DATE).stream()
                .filter(row -> !row.date(EnergyLeak.MONTH_DATE).isBefore(from))
                .toList());
        if (year.given() == 0) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("leaks", words.say("leaks.title"));
        told(chapter, year, from, words);
        chapter.plot(
                words.say("leaks.plot", words.month(from)),
                new Plot.Funnel(
                        Plot.Unit.NUMBER,
                        LeakTotals.STAGES.stream()
                                .map(stage -> new Plot.Named(words.name("stage", stage), (double)
                                        year.at(stage).count(EnergyLeak.REACHED_COUNT)))
                                .toList()),
                stages(year, words),
                words.say("leaks.note"));
        groups(chapter, "leaks.themes", by(EnergyLeak.THEME_CODE, year), words);
        groups(chapter, "leaks.units", by(EnergyLeak.UNIT_SOURCE_ID, year), words);
        return Optional.of(chapter);
    }

    private static void told(Chapter chapter, LeakTotals year, LocalDate from, Words words) {
        String told = words.share(year.reached(EnergyLeak.TOLD));
        String given = words.count(year.given());
        chapter.lead(
                Finding.Kind.WHY,
                words.say(
                        "leaks.told",
                        given,
                        words.month(from),
                        words.share(year.reached(EnergyLeak.HEARD)),
                        words.share(year.reached(EnergyLeak.CARRIED_OUT)),
                        told));
        chapter.lead(words.say(
                "leaks.risk",
                words.amount(year.amount(EnergyLeak.AT_RISK_AMOUNT)),
                words.amount(year.amount(EnergyLeak.LOST_AMOUNT))));
        chapter.tile(words.say("leaks.tile"), told, words.say("leaks.tile.note", given));
        year.blockage().ifPresent(stage -> chapter.lead(Finding.Kind.DO, blocked(year, stage, words)));
        recovered(chapter, year, words);
    }

    private static String blocked(LeakTotals year, String stage, Words words) {
        LeakTotals at = year.at(stage);
        return words.say(
                "leaks.blocked." + stage,
                words.count(at.count(EnergyLeak.BLOCKED_COUNT)),
                words.amount(at.amount(EnergyLeak.AT_RISK_AMOUNT)));
    }

    private static void recovered(Chapter chapter, LeakTotals year, Words words) {
        LeakTotals shown = new LeakTotals(year.rows().stream()
                .filter(row -> row.has(EnergyLeak.RECOVERED_LOW_AMOUNT))
                .toList());
        long customers = shown.count(EnergyLeak.RECOVERED_CUSTOMER_COUNT);
        if (customers > 0) {
            chapter.lead(words.say(
                    "leaks.recovered",
                    words.count(customers),
                    words.change(shown.amount(EnergyLeak.RECOVERED_AMOUNT).doubleValue()),
                    words.interval(
                            shown.amount(EnergyLeak.RECOVERED_LOW_AMOUNT).doubleValue(),
                            shown.amount(EnergyLeak.RECOVERED_HIGH_AMOUNT).doubleValue(),
                            words::change)));
        }
    }

    private static Figure.Table stages(LeakTotals year, Words words) {
        return new Figure.Table(
                1,
                List.of(
                        words.say("leaks.stage"),
                        words.say("leaks.reached"),
                        words.say("leaks.share"),
                        words.say("leaks.waiting"),
                        words.say("leaks.blocked"),
                        words.say("leaks.at-risk"),
                        words.say("leaks.lost")),
                LeakTotals.STAGES.stream()
                        .map(stage -> {
                            LeakTotals at = year.at(stage);
                            return List.of(
                                    words.name("stage", stage),
                                    words.count(at.count(EnergyLeak.REACHED_COUNT)),
                                    words.share(year.reached(stage)),
                                    words.count(at.count(EnergyLeak.WAITING_COUNT)),
                                    words.count(at.count(EnergyLeak.BLOCKED_COUNT)),
                                    words.amount(at.amount(EnergyLeak.AT_RISK_AMOUNT)),
                                    words.amount(at.amount(EnergyLeak.LOST_AMOUNT)));
                        })
                        .toList());
    }

    private static Map<String, LeakTotals> by(Field field, LeakTotals year) {
        return year.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.text(field),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), LeakTotals::new)));
    }

    /** Groups with enough feedback to be shown, those with most at risk first; one group alone tells nothing new. */
    private static void groups(Chapter chapter, String key, Map<String, LeakTotals> groups, Words words) {
        List<Map.Entry<String, LeakTotals>> shown =
                SmallGroups.shown(
                                List.copyOf(groups.entrySet()),
                                group -> group.getValue().given())
                        .stream()
                        .sorted(Comparator.comparing((Map.Entry<String, LeakTotals> group) ->
                                        group.getValue().amount(EnergyLeak.AT_RISK_AMOUNT))
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                        .toList();
        if (shown.size() > 1) {
            chapter.table(
                    words.say(key),
                    new Figure.Table(
                            1,
                            heads(words),
                            shown.stream().map(group -> line(group, words)).toList()),
                    SmallGroups.note("", groups.size() - shown.size(), words));
        }
    }

    private static List<String> heads(Words words) {
        List<String> heads = new ArrayList<>(List.of(words.say("leaks.group"), words.say("leaks.given")));
        LeakTotals.STAGES.stream().skip(1).forEach(stage -> heads.add(words.name("stage", stage)));
        heads.addAll(List.of(words.say("leaks.blocked"), words.say("leaks.at-risk"), words.say("leaks.lost")));
        return heads;
    }

    private static List<String> line(Map.Entry<String, LeakTotals> group, Words words) {
        LeakTotals own = group.getValue();
        List<String> line = new ArrayList<>(List.of(words.name("leak", group.getKey()), words.count(own.given())));
        LeakTotals.STAGES.stream().skip(1).forEach(stage -> line.add(words.share(own.reached(stage))));
        line.addAll(List.of(
                words.count(own.count(EnergyLeak.BLOCKED_COUNT)),
                words.amount(own.amount(EnergyLeak.AT_RISK_AMOUNT)),
                words.amount(own.amount(EnergyLeak.LOST_AMOUNT))));
        return line;
    }
}
