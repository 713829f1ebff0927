/** What a contact changes in the chance of a response, by kind of customer, on counts of customers who are alike. */
package io.linkage.model.uplift;
