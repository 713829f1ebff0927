/** Customers and their history. */
package io.linkage.core.customer;
