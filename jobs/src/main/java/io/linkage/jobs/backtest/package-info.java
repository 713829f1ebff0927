/** {@code linkage backtest}: past forecasts held against what came, as a page and as figures. */
package io.linkage.jobs.backtest;
