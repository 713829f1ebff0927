/** Share of wallet: what customers spend elsewhere. */
package io.linkage.model.wallet;
