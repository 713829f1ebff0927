package io.linkage.jobs.job;

import io.linkage.contract.Table;
import io.linkage.jobs.job.Plan.Entry;
import io.linkage.jobs.step.GatherTask;
import io.linkage.jobs.step.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers the steps of a plan and finds out which of them each has to wait for. */
final class Steps {
    private final List<Entry> entries = new ArrayList<>();

    /** Adds a step that waits for what it works from. */
    void add(JobName job, Task task) {
        Set<String> after = new LinkedHashSet<>(task.reads());
        after.addAll(task.refersTo());
        after.remove(task.name());
        entries.add(new Entry(job, task, after));
    }

    /** Adds a step that waits for all steps so far. */
    void addLast(JobName job, Task task) {
        entries.add(new Entry(job, task, new LinkedHashSet<>(names(entries))));
    }

    /** Adds a step that writes what the steps so far set aside for a table; none where there is no step. */
    void gather(JobName job, Table table) {
        List<String> from = names(entries);
        if (!from.isEmpty()) {
            add(job, new GatherTask(table, from));
        }
    }

    /** Stable: within a job the order stays; a table that a later job builds cannot be read by an earlier one. */
    Plan plan() {
        List<Entry> sorted =
                entries.stream().sorted(Comparator.comparing(Entry::job)).toList();
        List<String> later = new ArrayList<>(names(sorted));
        List<Entry> planned = new ArrayList<>();
        for (Entry entry : sorted) {
            later.remove(entry.task().name());
            requireBefore(entry, later);
            Set<String> after = new LinkedHashSet<>(entry.after());
            after.retainAll(names(planned));
            planned.add(new Entry(entry.job(), entry.task(), after));
        }
        return new Plan(List.copyOf(planned));
    }

    private static void requireBefore(Entry entry, List<String> later) {
        entry.task().reads().stream().filter(later::contains).findFirst().ifPresent(read -> {
            throw new IllegalStateException("Table " + entry.task().name() + " of job "
                    + entry.job().text() + " reads " + read + ", which is built later. Move one of the two to"
                    + " another layer.");
        });
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(entry -> entry.task().name()).toList();
    }
}
