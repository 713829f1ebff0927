/** How far a forecast value may be off: by the parameters, and by chance. */
package io.linkage.model.clv.interval;
