/** The thin layer between purchase models and Spark. */
package io.linkage.model.clv.spark;
