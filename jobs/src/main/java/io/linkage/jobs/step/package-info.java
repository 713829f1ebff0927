/** One step is one table: read, transform, check, write, record. */
package io.linkage.jobs.step;
