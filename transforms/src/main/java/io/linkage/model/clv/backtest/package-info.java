/** Forecasts made with what was known on a past day, held against what then happened. */
package io.linkage.model.clv.backtest;
