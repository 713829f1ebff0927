/** Who is likely to leave: logistic regression on what was known on a day. */
package io.linkage.model.churn;
