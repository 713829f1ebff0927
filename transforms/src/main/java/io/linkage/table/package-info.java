/** All tables, by zone. */
package io.linkage.table;
