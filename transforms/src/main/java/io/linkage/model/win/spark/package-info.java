/** The thin layer between win-back and prospects and Spark. */
package io.linkage.model.win.spark;
