/** Contract of the rows that broke a contract. */
package io.linkage.table.quarantine;
