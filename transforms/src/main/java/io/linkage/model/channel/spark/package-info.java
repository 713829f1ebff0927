/** Paths and changes of channels from tables. */
package io.linkage.model.channel.spark;
