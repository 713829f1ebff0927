/** Contracts of the conformed star: dimensions, facts and bridges. */
package io.linkage.table.core;
