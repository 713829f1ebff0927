package io.linkage.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkage.contract.Field;
import io.linkage.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules on files; each failure names the file and the remedy. */
class SourcesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST_LINES = 400;
    /** Head of a file that follows from contracts: it is as long as they are. */
    private static final String GENERATED = "# Generated from";

    private static final Set<String> SIZED = Set.of("java", "md", "yaml", "yml", "py", "sh");
    private static final Set<String> SKIPPED = Set.of("target", ".git", ".venv", "node_modules", "data");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Where words for columns are declared, or belong to a source that Linkage itself plays. */
    private static final Set<String> DECLARING =
            Set.of("/io/linkage/table/", "/io/linkage/contract/", "/io/linkage/jobs/demo/");

    /** Words that are a column's name and also something else; each with its other meaning. */
    private static final Set<String> ALSO_SOMETHING_ELSE = Set.of(
            // key of a condition, a log line or a JSON document, not a column
            "reason", "quantity", "construct", "metric");

    @Test
    void filesAreShortEnoughToRead() {
        List<String> faults = files(ROOT)
                .filter(file -> SIZED.contains(ending(file)))
                .filter(file -> !text(file).startsWith(GENERATED))
                .map(file -> ROOT.relativize(file) + " has " + lines(file).size() + " lines")
                .filter(fault -> Integer.parseInt(fault.replaceAll(".* has (\\d+) lines", "$1")) > MOST_LINES)
                .toList();

        assertThat(faults).as("Split these files: at most %d lines", MOST_LINES).isEmpty();
    }

    @Test
    void columnNamesStandOnlyInContracts() {
        Set<String> names = Tables.ALL.stream()
                .flatMap(table -> table.fields().stream())
                .map(Field::name)
                .filter(name -> !ALSO_SOMETHING_ELSE.contains(name))
                .collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        javaBelow("transforms/src/main/java", "jobs/src/main/java")
                .filter(file -> DECLARING.stream().noneMatch(file.toString()::contains))
                .filter(file -> text(file).contains("org.apache.spark.sql"))
                .forEach(file -> literals(file)
                        .filter(found -> names.contains(found.text()))
                        .forEach(found -> faults.add(ROOT.relativize(file) + ":" + found.line() + " \"" + found.text()
                                + "\": use the Field of its contract")));

        assertThat(faults).as("Column names stand only in io.linkage.table").isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> faults = javaBelow("transforms/src/main/java", "jobs/src/main/java")
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(ROOT::relativize)
                .toList();

        assertThat(faults)
                .as("Add a package-info.java of one sentence to these packages")
                .isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIsFor() {
        Pattern type = Pattern.compile("(?m)^public [a-z ]*(?:class|record|interface|enum|@interface) ");
        List<String> faults = javaBelow("transforms/src/main/java", "jobs/src/main/java")
                .filter(file -> {
                    Matcher found = type.matcher(text(file));
                    return found.find()
                            && !text(file).substring(0, found.start()).contains("/**");
                })
                .map(file -> ROOT.relativize(file).toString())
                .toList();

        assertThat(faults)
                .as("Say the purpose in one to three lines of Javadoc")
                .isEmpty();
    }

    @Test
    void typesAreNamedAfterWhatTheyAre() {
        Pattern empty = Pattern.compile("\\w*(Utils?|Helper|Manager|Impl)\\.java");
        assertThat(javaBelow("transforms/src", "jobs/src")
                        .filter(file ->
                                empty.matcher(file.getFileName().toString()).matches())
                        .map(ROOT::relativize))
                .as("Name these types after what they are: no Utils, Helper, Manager, Impl")
                .isEmpty();
    }

    private record Literal(int line, String text) {}

    private static Stream<Literal> literals(Path file) {
        List<Literal> found = new ArrayList<>();
        List<String> lines = lines(file);
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.startsWith("import")
                    || line.strip().startsWith("*")
                    || line.strip().startsWith("//")) {
                continue;
            }
            Matcher matcher = LITERAL.matcher(line);
            while (matcher.find()) {
                found.add(new Literal(index + 1, matcher.group(1)));
            }
        }
        return found.stream();
    }

    private static Stream<Path> javaBelow(String... folders) {
        return Stream.of(folders)
                .map(ROOT::resolve)
                .flatMap(SourcesTest::files)
                .filter(file -> ending(file).equals("java"));
    }

    private static Stream<Path> files(Path folder) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                if (Files.isSymbolicLink(entry)
                        || SKIPPED.contains(entry.getFileName().toString())) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    files(entry).forEach(found::add);
                } else {
                    found.add(entry);
                }
            }
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
        return found.stream();
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
