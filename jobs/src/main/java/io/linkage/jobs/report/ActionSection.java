package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.NextBestAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to do next: customers, cost and expected value of each action, and what the budget leaves undone. */
final class ActionSection implements Section {
    private static final int NAMED = 3;
    private static final List<Field> COLUMNS = List.of(
            NextBestAction.AS_OF_DATE,
            NextBestAction.ACTION_CODE,
            NextBestAction.ACT_UNTIL_DATE,
            NextBestAction.COST_AMOUNT,
            NextBestAction.EXPECTED_AMOUNT,
            NextBestAction.LIMIT_CODE,
            NextBestAction.BUDGET_AMOUNT,
            NextBestAction.PLAN_COST_AMOUNT,
            NextBestAction.PLAN_VALUE_AMOUNT,
            NextBestAction.NAIVE_VALUE_AMOUNT);

    @Override
    public Table table() {
        return NextBestAction.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        ActionTotals totals = new ActionTotals();
        release.eachTonight(table(), COLUMNS, NextBestAction.AS_OF_DATE, totals::add);
        List<ActionTotals.Total> actions = totals.actions();
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("actions", words.say("actions.title"));
        chapter.lead(
                Finding.Kind.DO,
                words.say(
                        "actions.first",
                        actions.stream()
                                .limit(NAMED)
                                .map(total -> named(total, words))
                                .collect(Collectors.joining(", "))));
        budget(chapter, totals.any(), words);
        chapter.lead(words.say("actions.left", words.count(totals.left()), limits(totals, words)));
        return Optional.of(chapter.plot(
                words.say("actions.plot"),
                new Plot.Bars(
                        Plot.Unit.AMOUNT,
                        actions.stream()
                                .map(total -> new Plot.Named(
                                        words.name("action", total.action()),
                                        known(total.expected().doubleValue())))
                                .toList()),
                actionTable(actions, words),
                words.say("actions.assumed")));
    }

    private static String named(ActionTotals.Total total, Words words) {
        return words.say(
                "actions.part",
                words.within("action", total.action()),
                words.count(total.customers()),
                words.amount(total.expected()));
    }

    private static void budget(Chapter chapter, PlainRow any, Words words) {
        double value = any.number(NextBestAction.PLAN_VALUE_AMOUNT);
        if (Double.isFinite(value)) {
            chapter.lead(words.say(
                    "actions.plan",
                    words.amount(any.number(NextBestAction.PLAN_COST_AMOUNT)),
                    words.amount(any.number(NextBestAction.BUDGET_AMOUNT)),
                    words.amount(value),
                    words.amount(any.number(NextBestAction.NAIVE_VALUE_AMOUNT))));
            chapter.tile(
                    words.say("actions.tile"),
                    words.amount(value),
                    words.say("actions.tile.note", words.amount(any.number(NextBestAction.PLAN_COST_AMOUNT))));
        }
    }

    private static String limits(ActionTotals totals, Words words) {
        return totals.limits().isEmpty()
                ? Words.NONE
                : totals.limits().entrySet().stream()
                        .map(limit -> words.name("limit", limit.getKey()) + " " + words.count(limit.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static Figure.Table actionTable(List<ActionTotals.Total> actions, Words words) {
        return new Figure.Table(
                1,
                List.of(
                        words.say("actions.action"),
                        words.say("customers"),
                        words.say("actions.cost"),
                        words.say("actions.expected"),
                        words.say("actions.until")),
                actions.stream()
                        .map(total -> List.of(
                                words.name("action", total.action()),
                                words.count(total.customers()),
                                words.amount(total.cost()),
                                words.amount(total.expected()),
                                total.until() == null ? Words.NONE : words.day(total.until())))
                        .toList());
    }
}
