/** What orders are owed to which channel, on counts of paths, and what changing channels goes along with. */
package io.linkage.model.channel;
