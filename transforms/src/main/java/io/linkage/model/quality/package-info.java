/** How well forecasts told what then happened: metrics with their intervals. */
package io.linkage.model.quality;
