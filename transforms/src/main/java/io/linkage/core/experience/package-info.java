/** What customers say. */
package io.linkage.core.experience;
