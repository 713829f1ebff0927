/** Verdicts per row and measures of a table, in one pass. */
package io.linkage.quality;
