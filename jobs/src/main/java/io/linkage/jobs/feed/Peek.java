package io.linkage.jobs.feed;

import io.linkage.jobs.Stop;
import io.linkage.jobs.settings.Company;
import io.linkage.jobs.settings.CsvOptions;
import io.linkage.jobs.settings.DeltaOptions;
import io.linkage.jobs.settings.Fault;
import io.linkage.jobs.settings.JdbcOptions;
import io.linkage.jobs.settings.JsonOptions;
import io.linkage.jobs.settings.Source;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Opens a company's sources without reading their rows: is it there, is it what it claims, does it hold the columns. */
public final class Peek {
    private Peek() {}

    /** Every fault that shows without reading rows; needs no Spark session. */
    public static List<Fault> faults(Company company, LocalDate businessDate) {
        List<Fault> faults = new ArrayList<>();
        company.sources()
                .values()
                .forEach(sources -> sources.forEach(source -> {
                    try {
                        peek(source, businessDate)
                                .forEach(fault -> faults.add(fault(source, fault.file(), fault.why(), fault.remedy())));
                    } catch (Stop e) {
                        faults.add(fault(source, "", e.getMessage().replaceAll("\\.$", ""), ""));
                    }
                }));
        return faults;
    }

    private static Fault fault(Source source, String file, String why, String remedy) {
        String what = file.isEmpty() ? why : file + ": " + why;
        return new Fault("company.yaml", 0, "feeds." + source.feed() + "." + source.name(), "", what, remedy);
    }

    private static List<FileFault> peek(Source source, LocalDate businessDate) {
        if (source.options() instanceof JdbcOptions options) {
            return jdbc(source, options);
        }
        Configuration conf = new Configuration();
        if (source.options() instanceof DeltaOptions) {
            return DeltaSource.peek(conf, source, businessDate);
        }
        Delivery delivery = Delivery.of(conf, source, businessDate);
        List<FileFault> faults = new ArrayList<>(delivery.faults());
        if (source.options() instanceof CsvOptions options) {
            texts(conf, source, delivery, new CsvFormat(options), faults);
        } else if (source.options() instanceof JsonOptions options) {
            texts(conf, source, delivery, new JsonFormat(options), faults);
        } else {
            ParquetSource.open(conf, source, delivery, false, faults);
        }
        return faults;
    }

    private static void texts(
            Configuration conf, Source source, Delivery delivery, TextFormat format, List<FileFault> faults) {
        Header wanted = new Header(source);
        delivery.items()
                .forEach(item ->
                        text(new TextFile(conf, item, format), format, wanted).ifPresent(faults::add));
    }

    private static Optional<FileFault> text(TextFile file, TextFormat format, Header wanted) {
        try {
            format.peek(file, wanted);
            return Optional.empty();
        } catch (BadFile e) {
            return Optional.of(e.fault());
        } catch (IOException e) {
            return Optional.of(new FileFault(
                    file.name(),
                    "UNREADABLE",
                    "it cannot be read (" + e.getClass().getSimpleName() + ")",
                    "Check its rights and its storage"));
        }
    }

    private static List<FileFault> jdbc(Source source, JdbcOptions options) {
        JdbcTable table = new JdbcTable(source, options);
        try (Connection connection = table.open()) {
            return new Header(source)
                    .fault(options.table(), table.query(connection).columns()).stream()
                            .toList();
        } catch (SQLException e) {
            throw table.stop(e);
        }
    }
}
