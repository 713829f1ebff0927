/** Contracts of features and scores. */
package io.linkage.table.score;
