package io.linkage.jobs.settings;

import io.linkage.settings.Setting;

/** How a run uses its machine or cluster. The rows of a night do not depend on it. */
public record RunSettings(
        @Setting(
                meaning = "steps that run side by side where none waits for the other",
                standard = "2",
                least = 1,
                most = 16)
        int stepsAtOnce,

        @Setting(
                meaning = "a step all of whose tables are smaller runs in one part and without compiled plans; in MiB",
                standard = "4",
                least = 0,
                most = 1024)
        int smallStepMebibytes) {}
