package io.linkage.jobs.settings;

import java.nio.charset.Charset;

/** Options of a format whose files are text. */
public sealed interface TextOptions extends Options permits CsvOptions, JsonOptions {
    /** The encoding of the bytes. */
    Charset charset();
}
