/** Contracts of what readers read. */
package io.linkage.table.mart;
