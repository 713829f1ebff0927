/** From rows as received to typed, judged and deduplicated rows, one feed at a time. */
package io.linkage.staging;
