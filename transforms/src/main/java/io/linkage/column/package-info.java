/** Column to column: words of the trade. */
package io.linkage.column;
