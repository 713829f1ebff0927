/** Dimensions, facts and the customer–employee fact. */
package io.linkage.core;
