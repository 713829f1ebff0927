package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.CampaignValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What campaigns added in margin against customers who were held back, and whether that paid. */
final class CampaignSection implements Section {
    @Override
    public Table table() {
        return CampaignValue.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        List<PlainRow> all = release.tonight(table(), CampaignValue.AS_OF_DATE).stream()
                .filter(row -> row.text(CampaignValue.SEGMENT_CODE).equals(CampaignValue.ALL)
                        && row.text(CampaignValue.METRIC_CODE).equals(CampaignValue.MARGIN))
                .sorted(Comparator.comparing((PlainRow row) -> row.date(CampaignValue.STARTED_DATE))
                        .thenComparing(row -> row.text(CampaignValue.CAMPAIGN_CODE)))
                .toList();
        List<PlainRow> known = all.stream()
                .filter(row -> row.has(CampaignValue.EFFECT_ESTIMATE))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Chapter chapter = new Chapter("campaigns", words.say("campaigns.title"));
        chapter.lead(words.say("campaigns.known", words.count(known.size()), words.count(all.size())));
        paid(chapter, known, row -> row.number(CampaignValue.LOW_RETURN_RATIO) > 0, "campaigns.paid", words);
        paid(chapter, known, row -> row.number(CampaignValue.HIGH_RETURN_RATIO) < 0, "campaigns.lost", words);
        return Optional.of(
                known.isEmpty()
                        ? chapter.table(words.say("campaigns.plot"), campaignTable(all, words), "")
                        : chapter.plot(
                                words.say("campaigns.plot"),
                                new Plot.Dots(
                                        Plot.Unit.AMOUNT,
                                        List.of(words.say("campaigns.effect")),
                                        known.stream().map(CampaignSection::dot).toList()),
                                campaignTable(all, words),
                                words.say("campaigns.note")));
    }

    /** Campaigns whose return is surely on one side of 0, as those held back tell: customers merely alike may differ otherwise. */
    private static void paid(
            Chapter chapter, List<PlainRow> known, Predicate<PlainRow> surely, String key, Words words) {
        String names = known.stream()
                .filter(surely.and(row -> CampaignValue.EXPERIMENT.equals(row.text(CampaignValue.EVIDENCE_CODE))))
                .map(row -> row.text(CampaignValue.CAMPAIGN_CODE) + " ("
                        + words.shareChange(row.number(CampaignValue.RETURN_RATIO)) + ")")
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            chapter.lead(Finding.Kind.DO, words.say(key, names));
        }
    }

    private static Plot.Dot dot(PlainRow row) {
        return new Plot.Dot(
                row.text(CampaignValue.CAMPAIGN_CODE),
                Arrays.asList(known(row.number(CampaignValue.EFFECT_ESTIMATE))),
                known(row.number(CampaignValue.LOW_ESTIMATE)),
                known(row.number(CampaignValue.HIGH_ESTIMATE)));
    }

    private static Figure.Table campaignTable(List<PlainRow> campaigns, Words words) {
        return new Figure.Table(
                3,
                List.of(
                        words.say("campaigns.campaign"),
                        words.say("campaigns.goal"),
                        words.say("campaigns.evidence"),
                        words.say("campaigns.treated"),
                        words.say("campaigns.control"),
                        words.say("campaigns.effect"),
                        words.say("interval.95"),
                        words.say("campaigns.cost"),
                        words.say("campaigns.return"),
                        words.say("interval.95")),
                campaigns.stream().map(row -> campaignLine(row, words)).toList());
    }

    private static List<String> campaignLine(PlainRow row, Words words) {
        String reason = row.text(CampaignValue.REASON_CODE);
        return List.of(
                row.text(CampaignValue.CAMPAIGN_CODE),
                words.name("goal", row.text(CampaignValue.GOAL_CODE)),
                reason.equals(CampaignValue.GIVEN)
                        ? words.name("evidence", row.text(CampaignValue.EVIDENCE_CODE))
                        : words.name("reason", reason),
                words.count(row.count(CampaignValue.TREATED_COUNT)),
                words.count(row.count(CampaignValue.CONTROL_COUNT)),
                words.change(row.number(CampaignValue.EFFECT_ESTIMATE)),
                words.interval(
                        row.number(CampaignValue.LOW_ESTIMATE), row.number(CampaignValue.HIGH_ESTIMATE), words::change),
                row.has(CampaignValue.COST_AMOUNT) ? words.amount(row.amount(CampaignValue.COST_AMOUNT)) : Words.NONE,
                words.shareChange(row.number(CampaignValue.RETURN_RATIO)),
                words.interval(
                        row.number(CampaignValue.LOW_RETURN_RATIO),
                        row.number(CampaignValue.HIGH_RETURN_RATIO),
                        words::shareChange));
    }
}
