/** How long contracts are renewed, without Spark. */
package io.linkage.model.contract;
