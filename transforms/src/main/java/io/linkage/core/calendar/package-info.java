/** Days. */
package io.linkage.core.calendar;
