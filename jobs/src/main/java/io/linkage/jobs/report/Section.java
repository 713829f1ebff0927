package io.linkage.jobs.report;

import io.linkage.contract.Table;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import java.util.List;
import java.util.Optional;

/** A part of the report: one question, answered from one table of the release. */
interface Section {
    /** The sections, in the order of the page. */
    List<Section> ALL = List.of(
            new SteeringSection(),
            new ValueSection(),
            new ConcentrationSection(),
            new ExperienceSection(),
            new SelfKnowledgeSection(),
            new ChainSection(),
            new PrioritySection(),
            new LeakSection(),
            new ActionSection(),
            new CampaignSection(),
            new ChannelSection(),
            new QualitySection());

    /** The table that it is about. */
    Table table();

    /** What it says; empty where the release has no figures for it. */
    Optional<Chapter> chapter(ReleaseRows release, Words words);
}
