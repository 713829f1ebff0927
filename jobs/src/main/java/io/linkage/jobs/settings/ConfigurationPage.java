package io.linkage.jobs.settings;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The page {@code docs/configuration.md}: every key there is, from the records that read it. */
final class ConfigurationPage {
    /** How the page is written anew. */
    static final String COMMAND = "./mvnw -pl jobs -am test -Dtest=ConfigurationPageTest -Dlinkage.write-docs=true"
            + " -Dsurefire.failIfNoSpecifiedTests=false";

    private static final String MARK = "{{keys}}";

    private final StringBuilder text = new StringBuilder();

    private ConfigurationPage() {}

    /** The page as Markdown. */
    static String of(List<Table> contracts) {
        ConfigurationPage page = new ConfigurationPage();
        for (Section section : Section.ALL) {
            page.keys(section.path().isEmpty() ? "Company" : "`" + section.path() + "`", section.type());
        }
        page.keys("A source", SourceSettings.class);
        page.keys("`formats` of a source", FormatSettings.class);
        page.keys("`options` of csv", CsvOptions.class);
        page.keys("`options` of json", JsonOptions.class);
        page.keys("`options` of parquet", ParquetOptions.class);
        page.keys("`options` of delta", DeltaOptions.class);
        page.keys("`options` of jdbc", JdbcOptions.class);
        page.feeds(contracts);
        return frame().replace(MARK, page.text.toString().strip()).replace("{{command}}", COMMAND);
    }

    private void keys(String title, Class<? extends Record> type) {
        text.append("### ").append(title).append("\n\n| key | default | allowed | meaning |\n|---|---|---|---|\n");
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            row(
                    "`" + Binder.key(component) + "`",
                    standard(component, setting),
                    allowed(component, setting),
                    setting.meaning());
        }
        text.append('\n');
    }

    private void feeds(List<Table> contracts) {
        text.append("### Columns of the feeds\n\nMust be given: **bold**. The others may be left out.\n\n");
        text.append("| feed | columns |\n|---|---|\n");
        for (Table table : contracts) {
            if (table.feed() != null) {
                List<String> names =
                        table.received().stream().map(ConfigurationPage::column).toList();
                row("`" + table.feed() + "`", String.join(", ", names));
            }
        }
    }

    private void row(String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        text.append('\n');
    }

    private static String column(Field field) {
        return field.required() && field.standard() == null ? "**" + field.name() + "**" : field.name();
    }

    private static String standard(RecordComponent component, Setting setting) {
        boolean isList = component.getType().equals(List.class);
        if (!setting.standard().isEmpty()) {
            return isList ? "`[" + String.join(", ", Binder.standards(setting)) + "]`" : "`" + setting.standard() + "`";
        }
        boolean free = isList || component.getType().equals(Optional.class);
        return free ? "absent" : "must be given";
    }

    private static String allowed(RecordComponent component, Setting setting) {
        String bounds = Binder.allowed(setting);
        if (bounds.isEmpty()) {
            return Binder.words(component);
        }
        String shown =
                bounds.replace("\u00a0", "no-break blank (U+00A0)").replace("\u202f", "narrow no-break blank (U+202F)");
        return component.getType().equals(List.class) ? "a list, each " + shown : shown;
    }

    private static String frame() {
        try (InputStream frame = ConfigurationPage.class.getResourceAsStream("configuration-page.md")) {
            return new String(frame.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
