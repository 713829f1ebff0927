/** Customer lifetime value: purchase and spend models, their fit, and the guard that refuses a fit the data cannot carry. */
package io.linkage.model.clv;
