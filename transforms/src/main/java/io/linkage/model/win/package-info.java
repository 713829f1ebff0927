/** Customers to be won, for the first time or again. */
package io.linkage.model.win;
