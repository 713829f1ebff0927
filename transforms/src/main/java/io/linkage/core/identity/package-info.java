/** Keys of the warehouse. */
package io.linkage.core.identity;
