/** The demo company: rows made by a generator with known truth. */
package io.linkage.jobs.demo;
