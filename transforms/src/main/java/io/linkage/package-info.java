/** The graph of tables: everything Linkage builds. */
package io.linkage;
