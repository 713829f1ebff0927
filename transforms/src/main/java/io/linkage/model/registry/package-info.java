/** What any model records of itself. */
package io.linkage.model.registry;
