package io.linkage.jobs.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.linkage.jobs.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Pages from templates, with the scripts that draw written into them. */
public final class Pages {
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

    private Pages() {}

    /** A template of {@code src/main/jte} with what it shows. */
    public static String html(String template, Object page) {
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render(template, page, html);
        return html.toString();
    }

    /** Apache ECharts, as a script. */
    public static String charts() {
        return text(CHARTS);
    }

    /** What draws a {@link Plot} with ECharts, as a script. */
    public static String kit() {
        return text("kit.js");
    }

    /** A value as a script's data, in which no tag can end. */
    public static String data(Object json) {
        return json.toString().replace("<", "\\u003c");
    }

    /** Writes a page in one move. */
    public static void write(String html, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.writeString(file.resolveSibling("." + file.getFileName() + ".new"), html);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw Stop.unreachable(
                    "The page cannot be written to " + file + ": " + fault.getMessage()
                            + ". Make room there or name another place with --out.",
                    fault);
        }
    }

    private static String text(String resource) {
        try (InputStream script = Pages.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
