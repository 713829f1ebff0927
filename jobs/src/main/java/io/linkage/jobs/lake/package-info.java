/** The only package that touches Delta and Parquet. */
package io.linkage.jobs.lake;
