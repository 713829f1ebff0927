package io.linkage.jobs.step;

import io.linkage.jobs.Stop;
import io.linkage.jobs.lake.Warehouse;
import io.linkage.jobs.settings.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key of the customers' pseudonyms: the company's own, or one made once and kept in the warehouse. */
public final class PseudonymKey {
    /** Setting of a company that leaves the key to Linkage. */
    public static final String GENERATE = "generate";

    private static final int BYTES = 32;
    private static final int LEAST_CHARACTERS = 32;

    private PseudonymKey() {}

    /** The key that the setting {@code privacy.pseudonym-key} points to. */
    public static byte[] of(String setting, Warehouse warehouse) {
        if (setting.equals(GENERATE)) {
            return kept(warehouse.keys().resolve("pseudonym.key"));
        }
        String key = Secrets.reveal(setting);
        if (key.length() < LEAST_CHARACTERS) {
            throw Stop.configuration("The key that privacy.pseudonym-key points to is too short to protect anyone: give"
                    + " at least " + LEAST_CHARACTERS + " random characters, for example from 'openssl rand -hex 32'.");
        }
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw Stop.configuration("The key of the pseudonyms cannot be kept in " + file
                    + ". Give this user the right to write there, or name a key in privacy.pseudonym-key.");
        }
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "pseudonym", ".new");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(draft, HexFormat.of().formatHex(key), StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(draft, file);
    }
}
