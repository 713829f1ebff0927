/** What matters most to customers: importance of attributes, and what to improve first. */
package io.linkage.model.drivers;
