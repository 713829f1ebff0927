/** Contracts of runs, reconciliation, models and the dictionary. */
package io.linkage.table.ops;
