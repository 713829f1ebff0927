/** Months of a measure: what was expected of each, and how far such expectations were off. */
package io.linkage.model.steering;
