/** The thin layer between the churn model and Spark. */
package io.linkage.model.churn.spark;
