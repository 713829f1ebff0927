/** One declaration per job: which tables, in which order. */
package io.linkage.jobs.job;
