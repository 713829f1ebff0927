/** What a table promises: columns, domains, privacy, keys and references, each declared once. */
package io.linkage.contract;
