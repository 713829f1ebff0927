/** Order lines in money that adds up. */
package io.linkage.core.commerce;
