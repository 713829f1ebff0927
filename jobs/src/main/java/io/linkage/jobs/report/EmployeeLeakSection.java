package io.linkage.jobs.report;

import static io.linkage.jobs.page.Plot.known;

import io.linkage.contract.Table;
import io.linkage.jobs.lake.PlainRow;
import io.linkage.jobs.page.Plot;
import io.linkage.jobs.page.Words;
import io.linkage.jobs.publish.ReleaseRows;
import io.linkage.table.mart.EmployeeLeak;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where employees see energy leak away, in the last wave, beside the published benchmark. */
final class EmployeeLeakSection implements Section {
    @Override
    public Table table() {
        return EmployeeLeak.TABLE;
    }

    @Override
    public Optional<Chapter> chapter(ReleaseRows release, Words words) {
        List<PlainRow> all = release.tonight(table(), EmployeeLeak.AS_OF_DATE).stream()
                .filter(row -> row.text(EmployeeLeak.UNIT_SOURCE_ID).equals(EmployeeLeak.ALL)
                        && row.has(EmployeeLeak.DISAGREE_SHARE))
                .toList();
        Optional<LocalDate> wave =
                all.stream().map(row -> row.date(EmployeeLeak.WAVE_DATE)).max(Comparator.naturalOrder());
        return wave.map(day -> chapter(
                all.stream()
                        .filter(row -> row.date(EmployeeLeak.WAVE_DATE).equals(day))
                        .sorted(Comparator.comparingDouble((PlainRow row) -> row.number(EmployeeLeak.DISAGREE_SHARE))
                                .reversed()
                                .thenComparing(row -> row.text(EmployeeLeak.CONSTRUCT_CODE)))
                        .toList(),
                day,
                words));
    }

    private static Chapter chapter(List<PlainRow> rows, LocalDate wave, Words words) {
        Chapter chapter = new Chapter("employee-leaks", words.say("employees.title"));
        String more = rows.stream()
                .filter(row -> row.number(EmployeeLeak.DIFFERENCE_LOW_ESTIMATE) > 0)
                .map(row -> words.within("leaking", row.text(EmployeeLeak.CONSTRUCT_CODE)) + " ("
                        + words.share(row.number(EmployeeLeak.DISAGREE_SHARE)) + ")")
                .collect(Collectors.joining(", "));
        if (more.isEmpty()) {
            chapter.lead(words.say("employees.alike", words.day(wave)));
        } else {
            chapter.lead(Finding.Kind.WHY, words.say("employees.more", words.day(wave), more));
        }
        return chapter.plot(
                words.say("employees.plot", words.day(wave)),
                new Plot.Dots(
                        Plot.Unit.SHARE,
                        List.of(words.say("employees.here"), words.say("employees.benchmark")),
                        rows.stream().map(row -> dot(row, words)).toList()),
                leakTable(rows, words),
                words.say("employees.note", words.count(rows.get(0).count(EmployeeLeak.BENCHMARK_COUNT))));
    }

    private static Plot.Dot dot(PlainRow row, Words words) {
        return new Plot.Dot(
                words.name("leaking", row.text(EmployeeLeak.CONSTRUCT_CODE)),
                Arrays.asList(
                        known(row.number(EmployeeLeak.DISAGREE_SHARE)),
                        known(row.number(EmployeeLeak.BENCHMARK_SHARE))),
                known(row.number(EmployeeLeak.DISAGREE_LOW_SHARE)),
                known(row.number(EmployeeLeak.DISAGREE_HIGH_SHARE)));
    }

    private static Figure.Table leakTable(List<PlainRow> rows, Words words) {
        return new Figure.Table(
                1,
                List.of(
                        words.say("employees.construct"),
                        words.say("answers"),
                        words.say("employees.here"),
                        words.say("interval.95"),
                        words.say("employees.benchmark")),
                rows.stream()
                        .map(row -> List.of(
                                words.name("leaking", row.text(EmployeeLeak.CONSTRUCT_CODE)),
                                words.count(row.count(EmployeeLeak.RESPONDENT_COUNT)),
                                words.share(row.number(EmployeeLeak.DISAGREE_SHARE)),
                                words.interval(
                                        row.number(EmployeeLeak.DISAGREE_LOW_SHARE),
                                        row.number(EmployeeLeak.DISAGREE_HIGH_SHARE),
                                        words::share),
                                words.share(row.number(EmployeeLeak.BENCHMARK_SHARE))))
                        .toList());
    }
}
