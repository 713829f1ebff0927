/** The next best action from and to tables. */
package io.linkage.model.action.spark;
