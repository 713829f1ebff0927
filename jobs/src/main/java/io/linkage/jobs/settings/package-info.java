/** Settings and companies: YAML with every fault at once. */
package io.linkage.jobs.settings;
