/** Linkage analysis: what goes with more engagement of employees, in experience, loyalty and euro. */
package io.linkage.model.linkage;
