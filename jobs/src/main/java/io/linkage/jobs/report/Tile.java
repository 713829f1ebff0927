package io.linkage.jobs.report;

/** A figure that stands large on the board's page: what it is, its value, and what goes with it. */
public record Tile(String name, String value, String note) {}
