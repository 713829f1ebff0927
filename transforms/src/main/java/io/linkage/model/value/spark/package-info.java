/** What is set against the margin of a customer, from and to tables. */
package io.linkage.model.value.spark;
