/** The linkage program: its entry point and how it ends. */
package io.linkage.jobs;
