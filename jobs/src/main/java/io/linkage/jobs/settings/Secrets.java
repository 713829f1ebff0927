package io.linkage.jobs.settings;

import io.linkage.jobs.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets stay out of configurations: a setting holds only where its secret is kept, and it is read when it is used. */
public final class Secrets {
    private static final Pattern NAMED = Pattern.compile("(?i)pass|secret|token|key");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^{}]+)}");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private Secrets() {}

    /** Whether a key names a secret. */
    public static boolean named(String key) {
        return NAMED.matcher(key).find();
    }

    /** Whether a text is {@code ${env:NAME}} or {@code ${file:PATH}}. */
    public static boolean reference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /**
     * The secret that a reference points to.
     *
     * @throws Stop when it cannot be had; the message names the reference, never the secret
     */
    public static String reveal(String reference) {
        Optional<String> fault = fault(reference, System::getenv);
        if (fault.isPresent()) {
            throw Stop.configuration("The secret " + reference + " " + fault.get() + ".");
        }
        Matcher matcher = matcher(reference);
        return matcher.group(1).equals("env") ? System.getenv(matcher.group(2)) : read(matcher.group(2));
    }

    /** Why a reference leads to no secret; empty where it does. */
    static Optional<String> fault(String reference, Function<String, String> environment) {
        Matcher matcher = matcher(reference);
        if (matcher.group(1).equals("env")) {
            String value = environment.apply(matcher.group(2));
            return value == null || value.isEmpty()
                    ? Optional.of("names an environment variable that is not set: set " + matcher.group(2))
                    : Optional.empty();
        }
        return fileFault(Path.of(matcher.group(2)));
    }

    private static Optional<String> fileFault(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return Optional.of("names a file that cannot be read: " + file);
        }
        try {
            Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
            return granted.stream().anyMatch(OTHERS::contains)
                    ? Optional.of("names a file that others may read: chmod 600 " + file)
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of("names a file whose rights cannot be read: "
                    + e.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    private static Matcher matcher(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            throw Stop.configuration("A secret must be given as ${env:NAME} or ${file:PATH}.");
        }
        return matcher;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw Stop.configuration("The secret ${file:" + file + "} cannot be read: check the file.");
        }
    }
}
