/** From units and months of the warehouse to the links of the chain. */
package io.linkage.model.linkage.spark;
