/** What customers cost to serve. */
package io.linkage.core.cost;
