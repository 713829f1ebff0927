/** Contracts of the feeds: what a company may deliver, typed and cleaned. */
package io.linkage.table.staging;
