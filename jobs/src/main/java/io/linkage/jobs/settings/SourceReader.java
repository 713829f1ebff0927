package io.linkage.jobs.settings;

import io.linkage.contract.Field;
import io.linkage.contract.Table;
import io.linkage.staging.Formats;
import io.linkage.staging.Load;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one source of a feed. */
final class SourceReader {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]+://.*");
    private static final List<String> NESTED = List.of("options", "formats", "columns", "each");
    private static final Map<String, Class<? extends Record>> OPTIONS = Map.of(
            "csv", CsvOptions.class,
            "json", JsonOptions.class,
            "parquet", ParquetOptions.class,
            "delta", DeltaOptions.class,
            "jdbc", JdbcOptions.class);
    /** Formats whose values are typed before they become text; in the others the source writes its own text. */
    private static final List<String> TYPED = List.of("parquet", "delta", "jdbc");

    private final Path folder;
    private final ZoneId companyZone;
    private final Binder binder;
    private final Faults faults;

    SourceReader(Path folder, ZoneId companyZone, Binder binder, Faults faults) {
        this.folder = folder;
        this.companyZone = companyZone;
        this.binder = binder;
        this.faults = faults;
    }

    /** The source; empty after a fault. */
    Optional<Source> read(Table contract, Place item) {
        Map<String, Place> raw = item.entries(faults);
        Place at = item.as(item.child(name(raw)));
        Map<String, Place> given = at.entries(new Faults());
        faults.unknown(given, known());
        if (given.containsKey("source") && !IDENTIFIER.matcher(name(raw)).matches()) {
            faults.add(given.get("source"), "no plain name", "letters, digits and _, at most 63, no digit first");
        }
        Optional<SourceSettings> plain = binder.bind(SourceSettings.class, at, given);
        plain.ifPresent(settings -> check(settings, at, given));
        Optional<Options> options = options(given, at);
        Optional<Formats> formats = formats(given, at);
        Map<String, String> columns =
                given.containsKey("columns") ? FeedsReader.columns(contract, given.get("columns"), faults) : none(at);
        boolean changes =
                plain.filter(settings -> settings.load().equals("changes")).isPresent();
        List<Map<String, String>> each = each(contract, given, columns, changes);
        Optional<String> location = plain.flatMap(settings -> location(settings, given.get("location")));
        if (location.isEmpty() || options.isEmpty() || formats.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(source(contract, plain.get(), location.get(), options.get(), columns, each, formats.get()));
    }

    private static Source source(
            Table contract,
            SourceSettings plain,
            String location,
            Options options,
            Map<String, String> columns,
            List<Map<String, String>> each,
            Formats formats) {
        return new Source(
                contract.feed(),
                plain.source(),
                plain.format(),
                location,
                options,
                Load.valueOf(plain.load().toUpperCase(Locale.ROOT)),
                columns,
                each,
                FeedsReader.required(contract),
                formats,
                plain.change().orElse(null));
    }

    /** What each row of a record gives itself; every row needs all columns that must have a value. */
    private List<Map<String, String>> each(
            Table contract, Map<String, Place> given, Map<String, String> columns, boolean changes) {
        Place place = given.get("each");
        List<Map<String, String>> each = new ArrayList<>();
        if (place == null) {
            Optional.ofNullable(given.get("columns"))
                    .ifPresent(at -> requireAll(contract, at, columns.keySet(), changes));
            return each;
        }
        for (Place item : place.items(faults)) {
            Map<String, String> own = FeedsReader.columns(contract, item, faults);
            Set<String> all = new HashSet<>(columns.keySet());
            all.addAll(own.keySet());
            requireAll(contract, item, all, changes);
            each.add(own);
        }
        if (each.isEmpty()) {
            faults.add(place, "no row is listed", "items, each with the columns that tell its row from the others");
        }
        return List.copyOf(each);
    }

    private static String name(Map<String, Place> given) {
        Place name = given.get("source");
        return name == null ? "?" : name.text(new Faults()).orElse("?");
    }

    static List<String> known() {
        List<String> known = new ArrayList<>(Binder.keys(SourceSettings.class));
        known.addAll(NESTED);
        return known;
    }

    private Map<String, String> none(Place at) {
        faults.missing(at, "columns", "contract columns, each with a Spark SQL expression");
        return Map.of();
    }

    private void check(SourceSettings plain, Place at, Map<String, Place> given) {
        boolean changes = plain.load().equals("changes");
        if (changes && plain.change().isEmpty()) {
            faults.missing(at, "change", "an expression that yields insert, update or delete");
        }
        if (!changes && plain.change().isPresent()) {
            faults.add(given.get("change"), "only for load: changes", "load: changes, or no change");
        }
        plain.change().flatMap(Expressions::fault).ifPresent(why -> faults.add(given.get("change"), why, ""));
    }

    /** Lines that are numbered as they come have no key of their own: each change of one would be another line. */
    private void requireAll(Table contract, Place place, Set<String> given, boolean changes) {
        FeedsReader.requireAll(contract, place, given, faults);
        Field number = contract.numbered();
        if (changes && number != null && !given.contains(number.name())) {
            faults.missing(place, number.name(), "what says which record a change is of, as load: changes needs");
        }
    }

    private Optional<Options> options(Map<String, Place> given, Place at) {
        Place format = given.get("format");
        Class<? extends Record> type =
                format == null ? null : OPTIONS.get(format.text(new Faults()).orElse(""));
        if (type == null) {
            return Optional.empty();
        }
        return nested("options", type, given, at).map(Options.class::cast);
    }

    private Optional<Formats> formats(Map<String, Place> given, Place at) {
        boolean typed = given.get("format") != null
                && TYPED.contains(given.get("format").text(new Faults()).orElse(""));
        return nested("formats", FormatSettings.class, given, at)
                .map(FormatSettings.class::cast)
                .filter(formats -> plainNumbers(formats, typed, at))
                .map(formats -> formats.formats(companyZone, typed));
    }

    private boolean plainNumbers(FormatSettings formats, boolean typed, Place at) {
        boolean plain =
                !typed || formats.decimal().equals(".") && formats.grouping().isEmpty();
        if (!plain) {
            String why = "typed sources are read with '.' as decimal separator and without grouping";
            faults.add(at.as(at.child("formats")), why, "an expression that mends text columns");
        }
        return plain;
    }

    private Optional<? extends Record> nested(
            String key, Class<? extends Record> type, Map<String, Place> given, Place at) {
        Map<String, Place> entries = given.containsKey(key) ? given.get(key).entries(faults) : Map.of();
        faults.unknown(entries, Binder.keys(type));
        return binder.bind(type, given.getOrDefault(key, at.as(at.child(key))), entries);
    }

    private Optional<String> location(SourceSettings plain, Place place) {
        if (plain.format().equals("jdbc")) {
            Optional<String> fault = JdbcUrl.fault(plain.location());
            fault.ifPresent(why -> faults.add(new Fault(place.file(), place.line(), place.key(), "", why, "")));
            return fault.isPresent() ? Optional.empty() : Optional.of(plain.location());
        }
        Optional<String> undated = DatedLocation.fault(plain.location());
        if (undated.isPresent()) {
            faults.add(place, undated.get(), DatedLocation.ALLOWED);
            return Optional.empty();
        }
        if (SCHEME.matcher(plain.location()).matches()) {
            return Optional.of(plain.location());
        }
        try {
            return Optional.of(folder.resolve(plain.location()).normalize().toString());
        } catch (InvalidPathException e) {
            faults.add(place, "no path", "a file, a folder or a glob");
            return Optional.empty();
        }
    }
}
