/** Where customers meet employees. */
package io.linkage.core.contact;
