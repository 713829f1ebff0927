package io.linkage;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.linkage.contract.Build;
import io.linkage.contract.Inputs;
import io.linkage.contract.Table;
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
import io.linkage.settings.ReportingSettings;
import io.linkage.settings.RetentionSettings;
import io.linkage.settings.SegmentSettings;
import io.linkage.settings.TreeSettings;
import io.linkage.settings.UpliftSettings;
import io.linkage.settings.ValueSettings;
import io.linkage.settings.WalletSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Inputs of one build in a test: given tables, the others empty. */
public final class TestInputs implements Inputs {
    private final Map<String, Dataset<Row>> tables = new HashMap<>();
    private final Map<String, Dataset<Row>> earlier = new HashMap<>();
    private final Map<Class<?>, Object> settings = new HashMap<>();
    private final LocalDate asOf;
    private Table writes;
    private boolean isTonight = true;

    private TestInputs(LocalDate asOf) {
        this.asOf = asOf;
        with(new ReportingSettings(Currency.getInstance("EUR"), ZoneId.of("UTC")));
        with(new GateSettings(0.05, 0.5));
        with(new PrivacySettings(10, "generate"));
        with(new IdentitySettings(IdentitySettings.ALL, 10));
        with(new ChurnSettings("auto", 90, 7, 4, 50, 0.001, 20, 0.9, 10, "auto", "none", List.of()));
        with(new TreeSettings(20, 2, 0.3, 50_000));
        with(new RetentionSettings(0, 10, 1, 6, 14));
        with(new ClvSettings("auto", Optional.empty(), 12, 0.10, 1.0, 91, ClvSettings.NONE, ClvSettings.NONE));
        with(new ContractSettings(1, 30, Optional.empty(), 1));
        with(new LinkageSettings(5, 999, 3, 12));
        with(new LeakSettings(30, 90, 20));
        with(new PrioritySettings(24, 180, 100, 199));
        with(new ValueSettings(12, 0.8, 30));
        with(new CampaignSettings(60, 365, 30, 6, 5));
        with(new UpliftSettings(20, 5, 0.001, List.of()));
        with(new ChannelSettings(365, 30, 90, 30));
        with(new WalletSettings(100, 0.9));
        with(new CostSettings(0.8, List.of(), List.of(), List.of()));
        with(new JudgementSettings(List.of(28L, 91L, 182L, 365L)));
        with(new SegmentSettings(90, 180, 365, List.of()));
        with(new ActionSettings(
                Optional.empty(),
                0,
                28,
                30,
                2,
                ActionSettings.GRANTED,
                List.of(),
                List.of("keep = 5"),
                List.of("keep = 0.1"),
                List.of(),
                20));
    }

    /** Inputs as of a day. */
    public static TestInputs asOf(String date) {
        return new TestInputs(LocalDate.parse(date));
    }

    /** With rows written as text. */
    public TestInputs with(Table table, String lines) {
        return with(table, TableRows.of(table, lines));
    }

    /** With rows. */
    public TestInputs with(Table table, Dataset<Row> rows) {
        tables.put(table.name(), rows);
        return this;
    }

    /** With rows that earlier nights left of a table not kept by slice; without them they left those of tonight. */
    public TestInputs withEarlier(Table table, String lines) {
        earlier.put(table.name(), TableRows.of(table, lines));
        return this;
    }

    /** With settings. */
    public TestInputs with(Object record) {
        settings.put(record.getClass(), record);
        return this;
    }

    /** Runs a build. */
    public Dataset<Row> build(Build build) {
        writes = build.writes();
        return build.from().apply(this);
    }

    /** Of a table kept by slice the rows of the day; those without a date are tonight's. */
    @Override
    public Dataset<Row> rows(Table table) {
        Dataset<Row> all = all(table);
        if (table.slice() == null) {
            return all;
        }
        Column date = table.slice().col();
        Column today = date.equalTo(lit(asOf));
        return all.filter(isTonight ? date.isNull().or(today) : today);
    }

    @Override
    public Dataset<Row> before() {
        return all(writes);
    }

    @Override
    public Optional<LocalDate> before(Table table) {
        Row last = all(table)
                .filter(table.slice().col().lt(lit(asOf)))
                .agg(max(table.slice().col()))
                .first();
        return last.isNullAt(0) ? Optional.empty() : Optional.of(last.getDate(0).toLocalDate());
    }

    @Override
    public Inputs earlier(LocalDate date) {
        TestInputs then = new TestInputs(date);
        then.tables.putAll(tables);
        then.tables.putAll(earlier);
        then.settings.putAll(settings);
        then.isTonight = false;
        return then;
    }

    private Dataset<Row> all(Table table) {
        return tables.getOrDefault(table.name(), TableRows.none(table));
    }

    @Override
    public Dataset<Row> one() {
        return TestSession.spark().range(1).toDF();
    }

    @Override
    public LocalDate asOf() {
        return asOf;
    }

    @Override
    public <T> T settings(Class<T> type) {
        return type.cast(settings.get(type));
    }

    @Override
    public Column pseudonym(Column identifier) {
        return concat(lit("pseudonym of "), identifier);
    }
}
