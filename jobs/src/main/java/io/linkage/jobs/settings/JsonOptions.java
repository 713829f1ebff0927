package io.linkage.jobs.settings;

import io.linkage.settings.Setting;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a JSON source is written: UTF-8, as RFC 8259 has it, one object per record. */
public record JsonOptions(
        @Setting(
                meaning = "lines: one object on each line (JSON Lines); array: one array of objects in each file",
                standard = "lines",
                oneOf = {"lines", "array"})
        String layout,

        @Setting(meaning = "whether a file without records is accepted", standard = "false")
        boolean mayBeEmpty)
        implements TextOptions, Serializable {

    /** Whether each line is a record; else each element of the one array is. */
    public boolean lines() {
        return layout.equals("lines");
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }
}
