package io.linkage.jobs.settings;

import io.linkage.contract.Table;
import io.linkage.jobs.Stop;
import io.linkage.settings.ReportingSettings;
import io.linkage.settings.SegmentSettings;
import io.linkage.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads companies from their folders under {@code conf/}, with every fault at once. */
public final class Companies {
    /** The company's own file in its folder. */
    public static final String FILE = "company.yaml";
    /** Values shared by all companies, in the nearest folder above that has it. */
    public static final String SHARED = "application.yaml";

    private static final int FOLDERS_ABOVE = 3;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._&-]{0,62}");

    private final List<Table> contracts;
    private final Function<String, String> environment;

    /**
     * A reader of companies.
     *
     * @param contracts tables among which those with a feed say what may be delivered
     * @param environment value of an environment variable, or null
     */
    public Companies(List<Table> contracts, Function<String, String> environment) {
        this.contracts = List.copyOf(contracts);
        this.environment = environment;
    }

    /** A reader that sees the environment of this process. */
    public static Companies of(List<Table> contracts) {
        return new Companies(contracts, System::getenv);
    }

    /** The name of the company, as its file gives it. */
    record Identity(
            @Setting(meaning = "name of the company") String company) {}

    /**
     * The company.
     *
     * @throws Stop when the configuration has faults; the message lists all of them
     */
    public Company require(Path folder) {
        Loaded loaded = read(folder);
        return loaded.company().orElseThrow(() -> Stop.configuration(message(folder, loaded.faults())));
    }

    /** The faults as a message for a person at a terminal. */
    public static String message(Path folder, List<Fault> faults) {
        StringBuilder text = new StringBuilder("The configuration in " + folder + " has " + faults.size()
                + (faults.size() == 1 ? " fault" : " faults") + "; nothing was run.");
        faults.forEach(fault -> text.append("\n  ").append(fault.text()));
        return text.append("\nMend them and try again.").toString();
    }

    /** The company, or all of its faults. */
    public Loaded read(Path folder) {
        Faults faults = new Faults();
        Path file = folder.toAbsolutePath().normalize().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            faults.add(new Fault(FILE, 0, "", "", "no such file in " + folder, "a folder with " + FILE));
            return new Loaded(Optional.empty(), faults.all());
        }
        Optional<Place> own = YamlFile.read(file, faults);
        Optional<Place> shared = above(file.getParent()).flatMap(path -> YamlFile.read(path, faults));
        Optional<Company> company = own.flatMap(root -> company(file.getParent(), root, shared, faults));
        return new Loaded(faults.all().isEmpty() ? company : Optional.empty(), faults.all());
    }

    private Optional<Company> company(Path folder, Place own, Optional<Place> shared, Faults faults) {
        Map<String, Place> ownKeys = own.entries(faults);
        Map<String, Place> sharedKeys = shared.map(root -> root.entries(faults)).orElse(Map.of());
        Variables variables = new Variables(variables(ownKeys, faults), environment);
        Binder binder = new Binder(variables, faults);
        Sections sections = new Sections(binder, faults);
        sections.rejectUnknown(ownKeys, "", Set.of("company", "variables", "feeds"));
        sections.rejectUnknown(sharedKeys, "", Set.of());
        Optional<Identity> identity = binder.bind(Identity.class, own, ownKeys);
        identity.filter(given -> !NAME.matcher(given.company()).matches())
                .ifPresent(given -> faults.add(
                        ownKeys.get("company"), "no usable name", "letters, digits, blanks, '.', '_', '&' and '-'"));
        Map<Class<?>, Object> settings = sections.bind(own, ownKeys, sharedKeys);
        checkRules((SegmentSettings) settings.get(SegmentSettings.class), own, ownKeys, faults);
        Map<String, List<Source>> sources = feeds(folder, own, ownKeys, settings, binder, faults);
        return identity.map(given -> new Company(given.company(), folder, sources, settings));
    }

    private static void checkRules(SegmentSettings segments, Place own, Map<String, Place> keys, Faults faults) {
        if (segments != null) {
            SegmentRules.check(
                    segments, Sections.find("segments.rules", keys).orElse(own.as("segments.rules")), faults);
        }
    }

    private Map<String, List<Source>> feeds(
            Path folder,
            Place own,
            Map<String, Place> keys,
            Map<Class<?>, Object> settings,
            Binder binder,
            Faults faults) {
        if (!keys.containsKey("feeds")) {
            faults.missing(own, "feeds", "at least one feed with a source");
            return Map.of();
        }
        ReportingSettings reporting = (ReportingSettings) settings.get(ReportingSettings.class);
        java.time.ZoneId zone = reporting == null ? java.time.ZoneOffset.UTC : reporting.timeZone();
        return new FeedsReader(contracts, new SourceReader(folder, zone, binder, faults), faults)
                .read(keys.get("feeds"));
    }

    private static Map<String, String> variables(Map<String, Place> keys, Faults faults) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (keys.containsKey("variables")) {
            keys.get("variables").entries(faults).forEach((name, place) -> {
                if (Secrets.named(name)) {
                    faults.add(place, "a secret must not stand in a configuration", "${env:NAME} where it is used");
                }
                place.text(faults).ifPresent(text -> variables.put(name, text));
            });
        }
        return variables;
    }

    private static Optional<Path> above(Path folder) {
        Set<Path> candidates = new LinkedHashSet<>();
        Path at = folder.getParent();
        for (int up = 0; up < FOLDERS_ABOVE && at != null; up++) {
            candidates.add(at.resolve(SHARED));
            at = at.getParent();
        }
        return candidates.stream().filter(Files::isRegularFile).findFirst();
    }
}
