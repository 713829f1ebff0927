/** What readers read: flat, one grain each. */
package io.linkage.mart;
