/** Uplift from and to tables. */
package io.linkage.model.uplift.spark;
