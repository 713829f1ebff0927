/** The board's report: one page from a release, a section per question; no session, no network. */
package io.linkage.jobs.report;
