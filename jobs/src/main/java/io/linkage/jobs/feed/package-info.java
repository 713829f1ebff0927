/** The only package that reads sources. */
package io.linkage.jobs.feed;
