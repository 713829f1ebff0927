/** The thin layer between wallets and Spark. */
package io.linkage.model.wallet.spark;
