/** Contract models from and to tables. */
package io.linkage.model.contract.spark;
