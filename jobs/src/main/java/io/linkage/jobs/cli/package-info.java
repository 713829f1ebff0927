/** The linkage command. */
package io.linkage.jobs.cli;
