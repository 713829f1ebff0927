package io.linkage.jobs.settings;

import io.linkage.settings.ActionSettings;
import io.linkage.settings.CampaignSettings;
import io.linkage.settings.ChannelSettings;
import io.linkage.settings.ChurnSettings;
import io.linkage.settings.ClvSettings;
import io.linkage.settings.ContractSettings;
import io.linkage.settings.CostSettings;
import io.linkage.settings.GateSettings;
import io.linkage.settings.IdentitySettings;
import io.linkage.settings.JudgementSettings;
import io.linkage.settings.LeakSettings;
import io.linkage.settings.LinkageSettings;
import io.linkage.settings.PrioritySettings;
import io.linkage.settings.PrivacySettings;
import io.linkage.settings.PublishingSettings;
import io.linkage.settings.ReportingSettings;
import io.linkage.settings.RetentionSettings;
import io.linkage.settings.SegmentSettings;
import io.linkage.settings.TreeSettings;
import io.linkage.settings.UpliftSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.settings.WalletSettings;
import java.util.List;

/**
 * Where in a configuration a record of settings stands. To add settings: write the record, add one line here.
 *
 * @param path dotted path of its mapping; empty for the root
 * @param type the record
 */
public record Section(String path, Class<? extends Record> type) {
    /** Every section there is, in the order of the documentation. */
    public static final List<Section> ALL = List.of(
            new Section("", ReportingSettings.class),
            new Section("models.clv", ClvSettings.class),
            new Section("segments", SegmentSettings.class),
            new Section("identity", IdentitySettings.class),
            new Section("models.churn", ChurnSettings.class),
            new Section("models.trees", TreeSettings.class),
            new Section("models.retention", RetentionSettings.class),
            new Section("models.contract", ContractSettings.class),
            new Section("models.value", ValueSettings.class),
            new Section("models.campaign", CampaignSettings.class),
            new Section("models.uplift", UpliftSettings.class),
            new Section("models.channel", ChannelSettings.class),
            new Section("models.wallet", WalletSettings.class),
            new Section("models.linkage", LinkageSettings.class),
            new Section("models.leaks", LeakSettings.class),
            new Section("models.priorities", PrioritySettings.class),
            new Section("cost", CostSettings.class),
            new Section("models.judgement", JudgementSettings.class),
            new Section("actions", ActionSettings.class),
            new Section("privacy", PrivacySettings.class),
            new Section("gates", GateSettings.class),
            new Section("run", RunSettings.class),
            new Section("publishing", PublishingSettings.class),
            new Section("repository", RepositorySettings.class));
}
