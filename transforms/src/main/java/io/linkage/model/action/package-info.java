/** The next best action: offers of each customer, and a budget shared out over all of them. */
package io.linkage.model.action;
