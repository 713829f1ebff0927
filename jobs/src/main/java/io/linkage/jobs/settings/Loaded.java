package io.linkage.jobs.settings;

import java.util.List;
import java.util.Optional;

/**
 * What became of reading a company's configuration.
 *
 * @param company the company; empty when there are faults
 * @param faults every fault there is
 */
public record Loaded(Optional<Company> company, List<Fault> faults) {}
