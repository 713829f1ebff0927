/** Curated releases, dictionary and plan. */
package io.linkage.jobs.publish;
