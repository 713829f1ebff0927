/** From answers and purchases of the warehouse to what matters most. */
package io.linkage.model.drivers.spark;
