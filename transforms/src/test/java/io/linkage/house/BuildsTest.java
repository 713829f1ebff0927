package io.linkage.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.linkage.Builds;
import io.linkage.contract.Build;
import io.linkage.contract.Layer;
import io.linkage.contract.Table;
import io.linkage.table.Tables;
import io.linkage.table.ops.Batch;
import io.linkage.table.ops.Intake;
import io.linkage.table.ops.Run;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules on builds: every table has one, and the graph of what they read has an order. */
class BuildsTest {
    /** Written by the jobs themselves: what arrived and what ran. */
    private static final Set<Table> WRITTEN_BY_JOBS = Set.of(Batch.TABLE, Intake.TABLE, Run.TABLE);

    @Test
    void everyTableIsBuiltOnce() {
        List<String> faults = new ArrayList<>();
        for (Table table : Tables.ALL) {
            long builds = Builds.ALL.stream()
                    .filter(build -> build.writes().equals(table))
                    .count();
            boolean expected = table.layer() != Layer.STAGING && !WRITTEN_BY_JOBS.contains(table);
            if (builds != (expected ? 1 : 0)) {
                faults.add(table.name() + ": has " + builds + " builds; name one in Builds.ALL");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyBuildIsInTheList() {
        List<String> missing = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.linkage").stream()
                        .map(found -> found.reflect())
                        .flatMap(type -> Stream.of(type.getDeclaredFields()))
                        .filter(field -> field.getType() == Build.class && Modifier.isStatic(field.getModifiers()))
                        .filter(field -> !Builds.ALL.contains(value(field)))
                        .map(field -> field.getDeclaringClass().getName())
                        .toList();

        assertThat(missing).as("Add the BUILD of these classes to Builds.ALL").isEmpty();
    }

    @Test
    void buildsReadOnlyTablesOfTheList() {
        assertThat(Builds.ALL.stream()
                        .flatMap(build -> build.reads().stream())
                        .filter(table -> !Tables.ALL.contains(table))
                        .map(Table::name))
                .as("Add these tables to Tables.ALL")
                .isEmpty();
    }

    @Test
    void buildsHaveAnOrder() {
        Set<Table> made = Tables.ALL.stream()
                .filter(table -> table.layer() == Layer.STAGING || WRITTEN_BY_JOBS.contains(table))
                .collect(Collectors.toCollection(HashSet::new));
        List<Build> left = new ArrayList<>(Builds.ALL);
        while (left.removeIf(build -> made.containsAll(build.reads()) && made.add(build.writes()))) {
            assertThat(made).isNotEmpty();
        }
        assertThat(left.stream().map(build -> build.writes().name()))
                .as("These tables wait for each other; break the circle")
                .isEmpty();
    }

    @Test
    void martsDoNotReadWhatArrived() {
        assertThat(Builds.ALL.stream()
                        .filter(build -> build.writes().layer() == Layer.MART)
                        .filter(build -> build.reads().stream().anyMatch(table -> table.layer() == Layer.STAGING))
                        .map(build -> build.writes().name()))
                .as("Read the core table instead: staging rows have no keys and no history")
                .isEmpty();
    }

    private static Object value(java.lang.reflect.Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(field + " cannot be read", closed);
        }
    }
}
